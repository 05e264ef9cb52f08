import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { figuresCsv, indexCsv, toCsv } from '../../../src/export/csv.ts';
import { fact, report } from '../ui/sample.ts';

test('another program reads back what was written: commas, quotes, breaks, Chinese', () => {
  const rows = [
    ['plain', 'a, b', 'say "yes"', 'one\r\ntwo\nthree'],
    ['范围一', '', ' padded ', '1,174.43'],
  ];
  const csv = toCsv(['a', 'b', 'c', 'd'], rows);
  expect(csv.startsWith('\uFEFFa,b,c,d\r\n')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(parseCsv(csv)).toEqual([['a', 'b', 'c', 'd'], ...rows]);
});

test('no text of a report becomes a formula, and decimals stay numbers', () => {
  const hostile = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '-'];
  const [cells] = parseCsv(toCsv([], [hostile])).slice(-1);
  for (const [i, cell] of cells!.entries()) expect(cell).toBe(`'${hostile[i]}`);
  expect(toCsv([], [['-12.50', '7', 'a=b', '≥ 3']])).toContain('-12.50,7,a=b,≥ 3\r\n');
});

test('a corrected figure says what was corrected', () => {
  const corrected = { at: '2025-03-04T12:00:00.000Z', was: { number: '12', unit: 't' } };
  const [head, row] = parseCsv(figuresCsv(report({ facts: [fact({ number: '1.2', corrected })] })));
  const cell = (name: string) => row![head!.indexOf(name)];
  expect([cell('number'), cell('corrected'), cell('number as read')]).toEqual(['1.2', 'number unit', '12']);
});

test('figures and index rows stand one a line, under named columns', () => {
  const [head, row] = parseCsv(
    figuresCsv(report({ facts: [fact({ number: '-3.50', context: ['Climate', 'Energy'] })] })),
  );
  const cell = (name: string) => row![head!.indexOf(name)];
  expect([cell('number'), cell('context'), cell('unit'), cell('upper')]).toEqual([
    '-3.50',
    'Climate › Energy',
    'tCO2e',
    '',
  ]);
  const entry = {
    page: 8,
    box: [0, 0, 1, 1],
    standard: 'GRI',
    code: '305-1',
    location: 'p. 12',
    title: 'Scope 1',
    raw: 'GRI 305-1',
  } as const;
  expect(parseCsv(indexCsv(report({ index: [{ ...entry }] })))[1]).toEqual([
    '8',
    'GRI',
    '305-1',
    'Scope 1',
    'p. 12',
    'GRI 305-1',
  ]);
});
