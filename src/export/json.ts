import type { Report } from '../model/report.ts';
import type { Triage } from '../model/triage.ts';
import { groupIndexCodes } from './index-codes.ts';

/**
 * Writes the report in the format `crossfoot-report/1`. The text runs behind each cell and block are left out: they
 * serve only to find places on the page, and would make the file ten times as large. A code of the content index is
 * written once a page, with its rows. The reviewer's verdicts, if there are any, are added as `triage`.
 * `public/crossfoot-report-1.schema.json` describes the whole.
 */
export function toJson(report: Report, triage: readonly Triage[] = []): string {
  const slim = {
    ...report,
    blocks: report.blocks.map(({ lines: _lines, ...block }) => block),
    tables: report.tables.map((table) => ({
      ...table,
      cells: table.cells.map(({ lines: _lines, ...cell }) => cell),
    })),
    index: groupIndexCodes(report.index),
    ...(triage.length > 0 ? { triage } : {}),
  };
  return JSON.stringify(slim, null, 1) + '\n';
}
