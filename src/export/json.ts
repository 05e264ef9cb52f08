import type { Report } from '../model/report.ts';

/**
 * Writes the report in the format `crossfoot-report/1`. The text runs behind each cell and block are left out: they
 * serve only to find places on the page, and would make the file ten times as large.
 */
export function toJson(report: Report): string {
  const slim = {
    ...report,
    blocks: report.blocks.map(({ lines: _lines, ...block }) => block),
    tables: report.tables.map((table) => ({
      ...table,
      cells: table.cells.map(({ lines: _lines, ...cell }) => cell),
    })),
  };
  return JSON.stringify(slim, null, 1) + '\n';
}
