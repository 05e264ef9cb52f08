// The only importer of hucre's writer, which makes the XLSX file. Loaded when a working paper is asked for.
import { writeXlsx } from 'hucre/xlsx';
import type { Cell as LibraryCell, CellStyle, WriteSheet } from 'hucre';
import { cellName, fitting } from './cells.ts';
import type { Cell, Look, Sheet } from './cells.ts';

const fill = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });
const top = { vertical: 'top' } as const;

const looks: Record<Look, CellStyle> = {
  head: { font: { bold: true }, fill: fill('E7E5DE'), alignment: { ...top, wrapText: true } },
  title: { font: { bold: true, size: 14 } },
  strong: { font: { bold: true }, alignment: { ...top, wrapText: true } },
  quiet: { font: { color: { rgb: '66645E' } }, alignment: top },
  wrap: { alignment: { ...top, wrapText: true } },
  wrong: { font: { bold: true, color: { rgb: 'B3221C' } }, alignment: top },
  doubtful: { font: { bold: true, color: { rgb: '8A5A00' } }, alignment: top },
  look: { font: { bold: true, color: { rgb: '285C93' } }, alignment: top },
  untold: { font: { bold: true, color: { rgb: '66645E' } }, alignment: top },
  verified: { font: { bold: true, color: { rgb: '226B43' } }, alignment: top },
};

/** Sheets → the bytes of an XLSX file. Text goes in as text cells, formulas only where a sheet makes one of its own. */
export function writeSheets(sheets: readonly Sheet[], title: string, at: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toLibrary),
    properties: { title, creator: 'Crossfoot', created: at, modified: at },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function toLibrary({ name, widths, headRows, rows, folded }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<LibraryCell>>();
  const values = rows.map((row, r) => row.map((cell, c) => place(cell, `${r},${c}`, cells)));
  const last = cellName(widths.length - 1, rows.length - 1);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: values,
    cells,
    rowDefs: new Map([...folded].map((row) => [row, { outlineLevel: 1 }])),
    outlineProperties: { summaryBelow: false },
    ...(headRows > 0
      ? { freezePane: { rows: headRows }, autoFilter: { range: `${cellName(0, headRows - 1)}:${last}` } }
      : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(headRows > 0 ? { printTitlesRow: `$1:$${headRows}` } : {}),
    },
  };
}

function place(cell: Cell, key: string, cells: Map<string, Partial<LibraryCell>>): string | number | null {
  if (cell === null || typeof cell !== 'object') return typeof cell === 'string' ? fitting(cell) : cell;
  const value = typeof cell.value === 'string' ? fitting(cell.value) : cell.value;
  const style = {
    ...(cell.look ? looks[cell.look] : {}),
    ...(cell.format ? { numFmt: cell.format } : {}),
  };
  cells.set(key, {
    ...(cell.formula === undefined ? { value } : { formula: cell.formula, formulaResult: value }),
    ...(Object.keys(style).length > 0 ? { style } : {}),
  });
  return cell.formula === undefined ? value : null;
}
