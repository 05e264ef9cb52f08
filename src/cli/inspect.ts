import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readingSvg } from '../export/reading-svg.ts';
import type { Report } from '../model/report.ts';

/** A page that the report does not have, or a place that cannot be written to, told in a plain sentence. */
export class InspectError extends Error {}

/** Reads `--page`. @throws InspectError when it is no page of the report. */
function pageNumber(report: Report, page: string): number {
  const number = /^\d+$/.test(page) ? Number(page) : 0;
  const { pages, name } = report.document;
  if (number < 1 || number > pages)
    throw new InspectError(`${name} has pages 1 to ${pages}; there is no page ${page}.`);
  return number;
}

/**
 * Writes what was read as SVG: one page to the file `out`, or every page to `page-001.svg` … in the folder `out`.
 * @returns the paths written
 * @throws InspectError when the report has no such page
 */
export async function writeReading(report: Report, out: string, page: string | null): Promise<string[]> {
  if (page !== null) {
    const svg = readingSvg(report, pageNumber(report, page));
    await writeFile(out, svg);
    return [out];
  }
  await mkdir(out, { recursive: true });
  const digits = Math.max(3, String(report.document.pages).length);
  const paths: string[] = [];
  for (let number = 1; number <= report.document.pages; number++) {
    const path = join(out, `page-${String(number).padStart(digits, '0')}.svg`);
    await writeFile(path, readingSvg(report, number));
    paths.push(path);
  }
  return paths;
}
