import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { indexCsv } from '../../../src/export/csv.ts';
import { groupIndexCodes } from '../../../src/export/index-codes.ts';
import { toJson } from '../../../src/export/json.ts';
import type { IndexEntry } from '../../../src/model/fact.ts';
import { report } from '../ui/sample.ts';

const row = (code: string, location: string, top: number, page = 40): IndexEntry => ({
  page,
  box: [50, top, 90, top + 10],
  standard: 'GRI',
  code,
  location,
  title: `Title at ${top}`,
  raw: code,
});

const index = [
  row('103-1', '12', 100),
  row('302-1', '13', 120),
  row('103-1', '34–36', 140),
  row('103-1', '12', 160),
  row('103-1', '', 180),
  row('103-1', '50', 100, 41),
];

test('a code in several rows of a page is one entry that joins their places and keeps them', () => {
  const codes = groupIndexCodes(index);
  expect(codes.map(({ page, code, location }) => [page, code, location])).toEqual([
    [40, '103-1', '12; 34–36'],
    [40, '302-1', '13'],
    [41, '103-1', '50'],
  ]);
  expect(codes[0]!.rows.map(({ box, location, title }) => [box[1], location, title])).toEqual([
    [100, '12', 'Title at 100'],
    [140, '34–36', 'Title at 140'],
    [160, '12', 'Title at 160'],
    [180, '', 'Title at 180'],
  ]);
});

test('the rows of the JSON are the lines of the CSV', () => {
  const json = JSON.parse(toJson(report({ index }))) as { index: ReturnType<typeof groupIndexCodes> };
  const written = json.index.flatMap(({ page, standard, code, rows }) =>
    rows.map(({ title, location, raw }) => [String(page), standard, code, title, location, raw]),
  );
  const lines = parseCsv(indexCsv(report({ index }))).slice(1);
  expect(written.toSorted()).toEqual(lines.toSorted());
});
