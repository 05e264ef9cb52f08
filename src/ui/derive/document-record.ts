import type { Report } from '../../model/report.ts';
import type { StoredDocument } from '../../store/document-store.ts';
import { countStandings, listItems } from './standing.ts';

/** A report that was just made, with its file → what the library keeps of it. `checkedAt` in milliseconds since 1970. */
export function documentOf(report: Report, file: ArrayBuffer, checkedAt: number): StoredDocument {
  const { sha256: id, name, pages, bytes: size } = report.document;
  const counts = countStandings(listItems(report.findings));
  return { record: { id, name, size, pages, addedAt: checkedAt, checkedAt, counts }, file, report };
}
