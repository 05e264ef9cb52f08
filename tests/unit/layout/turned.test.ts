import { expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import { turnBack, turnUpright } from '../../../src/layout/turned.ts';
import type { Box, Page } from '../../../src/model/page.ts';
import { context } from '../extract/vocabulary-for-tests.ts';
import { makePage } from '../make-page.ts';

const WIDTH = 600;
const HEIGHT = 800;
const upright = makePage({
  texts: ['Diesel consumption (t)', 'Petrol consumption (t)', 'Number of employees', 'Patents granted']
    .flatMap((label, i) => [
      { text: label, x: 60, y: 124 + i * 20 },
      { text: `${21 + i}`, x: 330, y: 124 + i * 20, right: true },
      { text: `${34 + i}`, x: 430, y: 124 + i * 20, right: true },
    ])
    .concat(['Indicator', '2023', '2024'].map((text, i) => ({ text, x: [60, 310, 410][i]!, y: 104 }))),
  level: [90, 110, 130, 150, 170, 190].map((y) => [y, 50, 450]),
});

/** The page with all that is on it turned, as a wide table in a portrait report stands. */
function turned(page: Page, angle: 90 | 270): { page: Page; place: (box: Box) => Box } {
  const place = ([x0, y0, x1, y1]: Box): Box =>
    angle === 90 ? [HEIGHT - y1, x0, HEIGHT - y0, x1] : [y0, WIDTH - x1, y1, WIDTH - x0];
  const runs = page.runs.map((r) => ({
    ...r,
    box: place(r.box),
    angle,
    // Edges count along the writing, which at 270° runs up the page.
    edges: angle === 90 ? r.edges : r.edges.map((x) => x - WIDTH),
  }));
  const segments = page.segments.map((s) => ({ ...s, direction: 'v' as const, box: place(s.box) }));
  return { page: { ...page, width: HEIGHT, height: WIDTH, runs, segments }, place };
}

function factsOf(page: Page) {
  const { pages, turns } = turnUpright([page]);
  const { blocks, tables } = layOut(pages);
  const read = { blocks, tables, ...extract(blocks, tables, context, { year: '2024', entity: [] }) };
  turnBack(read, turns);
  return read.facts;
}

it.each([90, 270] as const)(
  'reads a page whose text is turned by %i degrees, and marks it where it stands',
  (angle) => {
    const { page, place } = turned(upright, angle);
    const [expected, facts] = [factsOf(upright), factsOf(page)];
    expect(expected.length).toBe(8);
    const shown = (all: typeof facts): unknown =>
      all.map(({ label, period, raw, unit, metric }) => [label, period, raw, unit, metric]);
    expect(shown(facts)).toEqual(shown(expected));
    facts.forEach((fact, i) => place(expected[i]!.box).forEach((side, k) => expect(fact.box[k]).toBeCloseTo(side, 1)));
  },
);

it('leaves a page with a few turned words as it is', () => {
  const { page } = turned(makePage({ texts: [{ text: 'Chapter one', x: 20, y: 300 }] }), 90);
  const mixed = { ...upright, runs: [...upright.runs, ...page.runs] };
  expect(turnUpright([mixed]).pages[0]).toBe(mixed);
});
