import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import readExcel from 'read-excel-file/universal';
import { beforeAll, expect, test } from 'vitest';
import { checkReport } from '../../../src/check-report.ts';
import { assetsInNode } from '../../../src/cli/assets.ts';
import { loadRulePack } from '../../../src/cli/load-rule-pack.ts';
import { writeWorkingPaper } from '../../../src/export/xlsx/working-paper.ts';
import type { Fact } from '../../../src/model/fact.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Triage } from '../../../src/model/triage.ts';
import { evidence, fact, finding, report } from '../ui/sample.ts';

const pack = await loadRulePack();
const options = { language: 'en', at: new Date('2025-03-01T12:00:00Z'), units: pack.units } as const;
const names = ['Summary', 'Findings', 'Verified relations', 'Figures', 'Index', 'Requirements', 'Coverage'];

type Value = string | number | boolean | Date | null;

/** Sheets by name, as another program reads them. */
async function readBack(bytes: Uint8Array): Promise<Map<string, Value[][]>> {
  const sheets = await readExcel(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Value[][]]));
}

/** One file of a ZIP archive as text, by its central directory. */
function unzip(archive: Uint8Array, name: string): string {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    if (bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) !== name) continue;
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
    return String(bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
  }
  throw new Error(`${name} is not there`);
}

/** Formulas by sheet and cell name. */
async function readFormulas(bytes: Uint8Array): Promise<Map<string, string>> {
  const { sheets } = await readXlsx(bytes);
  const found = new Map<string, string>();
  for (const sheet of sheets) {
    for (const [key, cell] of sheet.cells ?? []) {
      const [row, column] = key.split(',').map(Number) as [number, number];
      if (cell.formula) found.set(`${sheet.name}!${String.fromCharCode(65 + column)}${row + 1}`, cell.formula);
    }
  }
  return found;
}

/** Works a formula of plain arithmetic out from the cells of its sheet, as a spreadsheet does. */
function evaluate(formula: string, sheet: Value[][]): number {
  const cell = (name: string): number => {
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(name)!;
    return Number(sheet[Number(row) - 1]![letter!.charCodeAt(0) - 65]);
  };
  const filled = formula
    .replace(/SUM\(([A-Z])(\d+):[A-Z](\d+)\)/g, (_, column: string, from: string, to: string) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => cell(`${column}${Number(from) + i}`)).join('+'),
    )
    .replace(/\b(MAX|MIN|ABS)\(/g, (_, name: string) => `Math.${name.toLowerCase()}(`)
    .replace(/\b[A-Z]\d+\b/g, (name) => `(${cell(name)})`);
  expect(filled).toMatch(/^[-\d.e+*/(),]*(Math\.(max|min|abs)\(|[-\d.e+*/(),])*$/);
  return Number(new Function(`return ${filled}`)());
}

async function writeAndRead(input: Report, triage: Triage[] = [], more: object = {}) {
  const bytes = await writeWorkingPaper(input, triage, { ...options, ...more });
  return { sheets: await readBack(bytes), formulas: await readFormulas(bytes) };
}

/** A finding over facts, with their roles. */
function relation(kind: string, figures: [role: string, fact: Partial<Fact>][], more: Partial<Finding> = {}) {
  const facts = figures.map(([, part], i) => fact({ id: `f${i}`, label: `row ${i}`, ...part, raw: part.number! }));
  const used = facts.map((each, i) => evidence({ factId: each.id, role: figures[i]![0], label: each.label }));
  return report({ facts, findings: [finding({ kind, outcome: 'pass', evidence: used, ...more })] });
}

/** The value beside a label on a sheet. */
function beside(sheet: Value[][], label: string, column = 7): Value | undefined {
  return sheet.find((row) => row.includes(label))?.[column];
}

let sample: Report;
beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(new URL('../../../public/sample-report.pdf', import.meta.url)));
  sample = await checkReport(bytes, { name: 'sample.pdf', rulePack: pack, assets: assetsInNode() });
});

test('another program reads all sheets of the sample, and every formula comes to the value that is stored with it', async () => {
  const { sheets, formulas } = await writeAndRead(sample);
  expect([...sheets.keys()]).toEqual(names);
  expect(sheets.get('Figures')).toHaveLength(sample.facts.length + 1);
  expect(sheets.get('Index')).toHaveLength(sample.index.length + 1);
  expect(sheets.get('Requirements')).toHaveLength(sample.standards!.flatMap(({ rows }) => rows).length + 1);
  expect(sheets.get('Coverage')).toHaveLength(sample.document.pages + 2);
  let checked = 0;
  for (const [place, formula] of formulas) {
    const [name, cell] = place.split('!') as [string, string];
    if (name === 'Summary') continue;
    const sheet = sheets.get(name)!;
    const stored = Number(sheet[Number(cell.slice(1)) - 1]![cell.charCodeAt(0) - 65]);
    expect(evaluate(formula, sheet), `${place} ${formula}`).toBeCloseTo(stored, 6);
    checked++;
  }
  expect(checked).toBeGreaterThan(sample.facts.length);
});

test('sums recomputed from the print agree with what the checks found', async () => {
  const { sheets } = await writeAndRead(sample);
  const wrong = sample.findings.find(({ kind, outcome }) => kind === 'sum' && outcome === 'fail')!;
  const rows = sheets.get('Findings')!;
  const start = rows.findIndex((row) => row[3] === wrong.title.en);
  const recomputed = rows.slice(start).find((row) => row[3] === 'Recomputed')![7];
  expect(Number(recomputed)).toBeCloseTo(Number(wrong.expected!.replace(/,| .*/g, '')), 6);
  for (const row of sheets.get('Verified relations')!.filter((each) => each[3] === 'Printed less recomputed'))
    expect(Math.abs(Number(row[7]))).toBeLessThan(1);
});

test('the summary counts the verdicts and states on the other sheets', async () => {
  const changed = '2025-02-01T00:00:00Z';
  const [one, two] = sample.findings.filter(({ outcome }) => outcome === 'fail');
  const { sheets, formulas } = await writeAndRead(sample, [
    { fingerprint: one!.fingerprint, state: 'dismissed', reason: 'Other boundary', changed },
    { fingerprint: two!.fingerprint, state: 'confirmed', note: 'Told the author', changed },
  ]);
  const summary = sheets.get('Summary')!;
  const count = (sheet: string, column: number, text: string) =>
    sheets.get(sheet)!.filter((row) => row[column] === text).length;
  expect(beside(summary, 'Wrong', 1)).toBe(count('Findings', 1, 'Wrong'));
  expect(beside(summary, 'Verified', 1)).toBe(count('Verified relations', 1, 'Verified'));
  expect(beside(summary, 'Dismissed', 1)).toBe(1);
  expect(beside(summary, 'Open', 1)).toBe(count('Findings', 2, 'Open'));
  expect([...formulas.values()]).toContain(`COUNTIF('Findings'!B:B,"Wrong")`);
  const head = sheets.get('Findings')!.find((row) => row[16] === one!.fingerprint)!;
  expect([head[2], head[12]]).toEqual(['Dismissed', 'Other boundary']);
});

test('a part that is taken away is subtracted, and units go together through their factors', async () => {
  const sum = relation(
    'sum',
    [
      ['total', { number: '2.5', unit: 't' }],
      ['part', { number: '3000', unit: 'kg' }],
      ['part', { number: '500', unit: 'kg' }],
    ],
    {
      working: [
        { label: 'row 1', value: '3.0 t', role: 'operand', evidence: 1 },
        { label: 'row 2', value: '−0.5 t', role: 'operand', evidence: 2 },
        { label: 'Rounding explains', value: '0.05 t', role: 'allowed', evidence: null },
      ],
    },
  );
  const { sheets, formulas } = await writeAndRead(sum);
  const rows = sheets.get('Verified relations')!;
  expect(beside(rows, 'Recomputed')).toBeCloseTo(2.5, 9);
  expect(beside(rows, 'Printed less recomputed')).toBeCloseTo(0, 9);
  expect(beside(rows, 'Rounding explains', 6)).toBe('0.05 t');
  expect(formulas.get('Verified relations!H6')).toBe('H4*I4-H5*I5');
});

test.each<[string, Report, string, number]>([
  [
    'a quotient in the unit of the ratio',
    relation('ratio', [
      ['ratio', { number: '33.75', unit: 't/CNY', scale: '0.000001' }],
      ['numerator', { number: '156384', unit: 't' }],
      ['denominator', { number: '4186.92', unit: 'CNY', scale: '1000000' }],
    ]),
    'Recomputed',
    37.3506,
  ],
  [
    'a share in per cent',
    relation('ratio', [
      ['ratio', { number: '34.0', unit: '%' }],
      ['numerator', { number: '1011', unit: 'person' }],
      ['denominator', { number: '2973', unit: 'person' }],
    ]),
    'Recomputed',
    34.0061,
  ],
  [
    'shares against a hundred',
    relation(
      'shares',
      [
        ['part', { number: '58.4', unit: '%' }],
        ['part', { number: '40.6', unit: '%' }],
      ],
      { expected: '100%' },
    ),
    'Printed less recomputed',
    1,
  ],
  [
    'values of one figure',
    relation('equal', [
      ['value', { number: '12', unit: 't' }],
      ['value', { number: '12500', unit: 'kg' }],
    ]),
    'Largest less smallest',
    0.5,
  ],
  [
    'a change in per cent',
    relation('change', [
      ['before', { number: '200' }],
      ['after', { number: '150' }],
    ]),
    'Change in per cent',
    -0.25,
  ],
  [
    'what a part leaves of its whole',
    relation('subset', [
      ['part', { number: '-3' }],
      ['whole', { number: '10' }],
    ]),
    'Whole less part',
    13,
  ],
  [
    'figures as printed beside one without a unit',
    relation('footing', [
      ['total', { number: '5', unit: 't', scale: '1000' }],
      ['part', { number: '3', unit: null }],
      ['part', { number: '2', unit: 't', scale: '1000' }],
    ]),
    'Printed less recomputed',
    0,
  ],
])('recomputes %s', async (_, input, label, expected) => {
  const { sheets } = await writeAndRead(input);
  expect(Number(beside(sheets.get('Verified relations')!, label))).toBeCloseTo(expected, 4);
});

test('no text of the report becomes a formula, a link or a broken file', async () => {
  const hostile = [
    '=HYPERLINK("http://example.org")',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '</t><f>1+1</f>',
    '\u0000\u0008\ud800',
  ];
  const facts = hostile.map((text, i) => fact({ id: `f${i}`, label: text, raw: text, unitRaw: text, context: [text] }));
  const entry = {
    page: 1,
    box: [0, 0, 1, 1],
    standard: '=A1',
    code: '=A1',
    location: '=A1',
    title: '=A1',
    raw: '=A1',
  } as const;
  const findings = [finding({ title: { en: hostile[0]!, zh: '' }, message: '=1', messages: { en: '=1', zh: '=1' } })];
  const input = report({ facts, findings, index: [{ ...entry }] });
  input.document.name = '=1+1.pdf';
  const { sheets, formulas } = await writeAndRead(input, [
    { fingerprint: 'aaaa', state: 'dismissed', reason: '=1+1', note: '=2+2', changed: '2025-02-01T00:00:00Z' },
  ]);
  const labels = sheets
    .get('Figures')!
    .slice(1)
    .map((row) => row[2]);
  expect(labels.slice(0, 5)).toEqual(hostile.slice(0, 5));
  for (const formula of formulas.values())
    expect(formula).toMatch(/^(COUNTIF\('[\w ]+'![BC]:[BC],"[\w ]+"\)|SUM\([A-Z]\d+:[A-Z]\d+\)|[A-Z]\d+\*[A-Z]\d+)$/);
});

test('Excel finds nothing to repair: sheet names are quoted, fonts are whole', async () => {
  const bytes = await writeWorkingPaper(sample, [], options);
  const workbook = unzip(bytes, 'xl/workbook.xml');
  const titles = [...workbook.matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d)">([^<]*)</g)];
  expect(titles.map(([, sheet, range]) => [names[Number(sheet)], range])).toEqual(
    names.slice(1).map((name) => [name, `'${name}'!$1:$1`]),
  );
  const fonts = /<fonts[^]*<\/fonts>/.exec(unzip(bytes, 'xl/styles.xml'))![0].match(/<font>/g)!;
  const whole = unzip(bytes, 'xl/styles.xml').match(/<font>(?:(?!<\/font>).)*<sz [^>]*\/>(?:(?!<\/font>).)*<name /g)!;
  expect(whole).toHaveLength(fonts.length);
});

test('the paper comes in Chinese', async () => {
  const { sheets } = await writeAndRead(sample, [], { language: 'zh' });
  expect([...sheets.keys()]).toEqual(['摘要', '发现', '已核实的勾稽关系', '数据', '索引', '准则要求', '覆盖情况']);
  expect(beside(sheets.get('摘要')!, '有误', 1)).toBeGreaterThan(0);
  expect(sheets.get('发现')!.some((row) => row[3] === '重新计算')).toBe(true);
});
