import type { Report } from '../model/report.ts';

/**
 * The report without what only the reading needed: the glyph runs behind each line. They are two thirds of a long
 * report, and cost that much time and room on the way to the page and in the store.
 */
export function slimReport(report: Report): Report {
  return {
    ...report,
    blocks: report.blocks.map((block) => ({ ...block, lines: block.lines.map((line) => ({ ...line, runs: [] })) })),
    tables: report.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, lines: cell.lines.map((line) => ({ ...line, runs: [] })) })),
    })),
  };
}
