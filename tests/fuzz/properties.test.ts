import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadRulePack } from '../../src/cli/load-rule-pack.ts';
import { check } from '../../src/engine/check.ts';
import { compilePhrases } from '../../src/engine/phrases.ts';
import { extract } from '../../src/extract/extract.ts';
import { isLegible } from '../../src/extract/legible.ts';
import { buildVocabulary } from '../../src/extract/vocabulary.ts';
import type { Vocabulary } from '../../src/extract/vocabulary.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Page } from '../../src/model/page.ts';
import type { Reading } from '../../src/model/report.ts';
import type { RulePack } from '../../src/model/rule.ts';
import { makePage } from '../unit/make-page.ts';

let rulePack: RulePack;
let vocabulary: Vocabulary;

beforeAll(async () => {
  rulePack = await loadRulePack();
  vocabulary = buildVocabulary(rulePack);
});

/** Takes pages down the road after reading. */
function judgePages(pages: Page[]): { reading: Reading; findings: Finding[] } {
  const { blocks, tables } = layOut(pages);
  const document = {
    name: 'made.pdf',
    sha256: '',
    bytes: 0,
    pages: pages.length,
    languages: ['en'],
    unreadPages: [],
    pageSizes: pages.map((page): [number, number] => [page.width, page.height]),
    pageLabels: pages.map(() => null),
    outline: [],
    reportYear: '2024',
  };
  const reading = { document, blocks, tables, ...extract(blocks, tables, vocabulary, { year: '2024', entity: [] }) };
  return { reading, findings: check(reading, rulePack).findings };
}

/** Pieces that printed figures are made of, in any order and number. */
const scraps = fc.array(
  fc.constantFrom(
    ...[
      '1',
      '23',
      '4,567',
      '8.90',
      '-',
      '–',
      '(',
      ')',
      '%',
      '±',
      '>',
      'about',
      '万',
      '亿',
      '吨',
      'tCO2e',
      'kWh',
      '2023',
      '2024',
    ],
    ...['年', '同比', '增长', 'fell by', 'from', 'to', 'of', 'Scope 1', '.', ',', '①', '\u202e', '\ud800', '٣', '１２'],
  ),
  { maxLength: 40 },
);
const printed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  scraps.map((list) => list.join(' ')),
  scraps.map((list) => list.join('')),
);
const place = fc.record({
  text: printed.filter((text) => text.trim() !== ''),
  x: fc.integer({ min: -50, max: 650 }),
  y: fc.integer({ min: -50, max: 850 }),
  size: fc.constantFrom(0.5, 6, 9, 10, 24, 300),
});

test('whatever stands wherever on a page, the road goes on to its end', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), (texts) => {
      const { reading } = judgePages([makePage({ texts })]);
      for (const fact of reading.facts) expect(Number.isFinite(Number(fact.number))).toBe(true);
    }),
    { numRuns: 60, seed: 7 },
  );
});

const amounts = fc.array(fc.integer({ min: 100, max: 9000 }), { minLength: 3, maxLength: 7 });
const PARTS = ['Northern sites', 'Southern sites', 'Western sites', 'Eastern sites', 'Offices', 'Depots', 'Fleet'];

/** A ruled table of parts and their total. */
function tablePage(values: number[], total: number): Page {
  const rows = [...values.map((value, i) => [PARTS[i]!, value] as const), ['Total', total] as const];
  const texts = rows.flatMap(([label, value], r) => [
    { text: label, x: 60, y: 130 + 20 * r },
    { text: value.toLocaleString('en'), x: 300, y: 130 + 20 * r, right: true },
  ]);
  const head = [
    { text: 'Electricity (MWh)', x: 60, y: 110 },
    { text: '2024', x: 300, y: 110, right: true },
  ];
  const level = Array.from({ length: rows.length + 2 }, (_, r): [number, number, number] => [96 + 20 * r, 50, 320]);
  return makePage({ texts: [...head, ...texts], level });
}

const footings = (findings: Finding[], outcome: Finding['outcome']): Finding[] =>
  findings.filter((finding) => finding.kind === 'footing' && finding.outcome === outcome);

test('a column that adds up is never called wrong', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const { findings } = judgePages([
        tablePage(
          values,
          values.reduce((a, b) => a + b),
        ),
      ]);
      expect(footings(findings, 'fail')).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
});

test('a total that its parts do not make is never called verified', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 11, max: 5000 }), (values, slip) => {
      const total = values.reduce((a, b) => a + b) + slip;
      const { findings } = judgePages([tablePage(values, total)]);
      const verified = footings(findings, 'pass').flatMap((finding) => finding.evidence.map((item) => item.raw));
      expect(verified).not.toContain(total.toLocaleString('en'));
    }),
    { numRuns: 40, seed: 7 },
  );
});

test('no phrase of a rule file makes a pattern that hangs', { timeout: 60_000 }, () => {
  const evil = [
    '(a+)+$',
    '(a|aa)+',
    '.*.*.*=',
    '#'.repeat(30),
    '- '.repeat(30),
    '((((',
    '[a-',
    '\\1',
    'x{1,99999}',
    '(?=a)*',
  ];
  const text = `${'a'.repeat(20_000)} ${'X'.repeat(20_000)} ${'- '.repeat(10_000)}!`;
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...evil), fc.string({ minLength: 1, maxLength: 40 })), (phrase) => {
      for (const ends of ['whole', 'start'] as const) {
        const begun = performance.now();
        for (const match of text.matchAll(compilePhrases([phrase], ends)))
          expect(match.index).toBeGreaterThanOrEqual(0);
        expect(performance.now() - begun).toBeLessThan(2000);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

const unit = fc.constantFrom(
  '9',
  '9,',
  '9 ',
  'a@',
  'a.',
  'www.',
  'in ',
  'increase of ',
  'from 9 to ',
  '增长9%',
  '2024-',
  '(',
  'A. ',
  '9万',
  '305-1 ',
  'page 9 ',
);

test('a long text of one scrap over and over is read in time, or set aside', { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(unit, (scrap) => {
      const text = scrap.repeat(Math.ceil(4000 / scrap.length));
      if (!isLegible(text)) return;
      const line = { text, box: [50, 100, 500, 110] as const, size: 10, bold: false, color: '', runs: [] };
      const block = {
        id: 'b1.1',
        page: 1,
        box: line.box,
        kind: 'paragraph' as const,
        level: 0,
        text,
        lines: [line],
        column: 0,
      };
      const begun = performance.now();
      extract([block], [], vocabulary, { year: '2024', entity: [] });
      expect(performance.now() - begun, JSON.stringify(scrap)).toBeLessThan(10_000);
    }),
    { numRuns: 16, seed: 7 },
  );
});
