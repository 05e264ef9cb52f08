// The only importer of hucre's writer, which makes the XLSX file. Loaded when a working paper is asked for.
import { writeXlsx } from 'hucre/xlsx';
import type { Cell as LibraryCell, CellStyle, FontStyle, NamedRange, WriteSheet } from 'hucre';
import { cellName, fitting } from './cells.ts';
import type { Cell, Look, Sheet } from './cells.ts';

const fill = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });
const top = { vertical: 'top' } as const;

/** Every font is whole: one without name and size is shown in another than its neighbours. */
const FONT = { name: 'Calibri', size: 11 };

const bold = (rgb?: string): FontStyle => ({ ...FONT, bold: true, ...(rgb ? { color: { rgb } } : {}) });

const looks: Record<Look, CellStyle> = {
  head: { font: bold(), fill: fill('E7E5DE'), alignment: { ...top, wrapText: true } },
  title: { font: { ...FONT, bold: true, size: 14 } },
  strong: { font: bold(), alignment: { ...top, wrapText: true } },
  quiet: { font: { ...FONT, color: { rgb: '66645E' } }, alignment: top },
  wrap: { alignment: { ...top, wrapText: true } },
  wrong: { font: bold('B3221C'), alignment: top },
  doubtful: { font: bold('8A5A00'), alignment: top },
  look: { font: bold('285C93'), alignment: top },
  untold: { font: bold('66645E'), alignment: top },
  verified: { font: bold('226B43'), alignment: top },
};

/** Sheets → the bytes of an XLSX file. Text goes in as text cells, formulas only where a sheet makes one of its own. */
export function writeSheets(sheets: readonly Sheet[], title: string, at: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(toLibrary),
    properties: { title, creator: 'Crossfoot', created: at, modified: at },
    defaultFont: FONT,
    namedRanges: sheets.flatMap(printTitles),
  });
}

/** Head rows repeated on every printed page. The name of the sheet is quoted, as Excel wants one with a space to be. */
function printTitles({ name, headRows }: Sheet): NamedRange[] {
  if (headRows === 0) return [];
  return [{ name: '_xlnm.Print_Titles', range: `'${name}'!$1:$${headRows}`, scope: name }];
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
