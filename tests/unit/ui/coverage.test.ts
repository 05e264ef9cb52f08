import { expect, test } from 'vitest';
import { toXml } from '../../../src/export/svg.ts';
import { drawCoverage } from '../../../src/ui/derive/coverage-drawing.ts';
import { coverFigures, coverPages, sortCoverage, sumCoverage } from '../../../src/ui/derive/coverage.ts';
import { figureNote } from '../../../src/ui/derive/figure-note.ts';
import { listItems } from '../../../src/ui/derive/standing.ts';
import { evidence, fact, finding, report } from './sample.ts';

const on = (factId: string): ReturnType<typeof evidence>[] => [evidence({ factId })];
const findings = [
  finding({ outcome: 'pass', fingerprint: 'p1', evidence: on('held') }),
  finding({ outcome: 'pass', fingerprint: 'p2', evidence: on('both') }),
  finding({ severity: 'warning', fingerprint: 'f1', evidence: on('both') }),
  finding({ outcome: 'cannotTell', fingerprint: 'c1', evidence: on('alone') }),
  finding({ outcome: 'pass', fingerprint: 'p3', evidence: on('nameless but held') }),
];
const facts = [
  fact({ id: 'held' }),
  fact({ id: 'both' }),
  fact({ id: 'alone', page: 2 }),
  fact({ id: 'nameless', page: 2, label: '' }),
  fact({ id: 'unitless', page: 2, unit: null }),
  fact({ id: 'nameless but held', label: '' }),
];
const given = report({ facts, findings });
const figures = coverFigures(given, listItems(findings));
const pages = coverPages(given, figures);

test('a failing relation outweighs a passing one, and any relation outweighs a poor reading', () => {
  expect(facts.map(({ id }) => [id, figures.get(id)!.cover])).toEqual([
    ['held', 'verified'],
    ['both', 'failing'],
    ['alone', 'unrelated'],
    ['nameless', 'unclear'],
    ['unitless', 'unclear'],
    ['nameless but held', 'verified'],
  ]);
});

test('every figure of every page is counted once', () => {
  const counts = { verified: 2, failing: 1, unrelated: 0, unclear: 0 };
  expect(pages[0]).toEqual({ page: 1, figures: 3, unread: false, ...counts });
  expect(pages[2]!.figures).toBe(0);
  expect(sumCoverage(pages)).toEqual({ figures: 6, verified: 2, failing: 1, unrelated: 1, unclear: 2 });
});

test('pages are sorted by any column, equals in order', () => {
  expect(sortCoverage(pages, { by: 'unclear', down: true }).map((row) => row.page)).toEqual([2, 1, 3]);
  expect(sortCoverage(pages, { by: 'page', down: true }).map((row) => row.page)).toEqual([3, 2, 1]);
});

test('what holds is ticked and what fails is crossed, so that colour is not all', () => {
  const svg = toXml(drawCoverage(given, 1, figures));
  expect(svg.match(/class="figure verified"/g)).toHaveLength(2);
  expect(svg.match(/<path/g)).toHaveLength(3);
});

test('a figure says how it was understood and what decided it', () => {
  const note = figureNote(facts[1]!, figures.get('both')!);
  expect([note.standing, note.meaning]).toEqual(['Failing', '2024 · tCO2e · ghg.scope1']);
  expect(note.relations).toEqual(['✗ Total equals its parts', '✓ Total equals its parts']);
});
