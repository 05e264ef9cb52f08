import { describe, expect, it } from 'vitest';
import { findNumberGaps } from '../../../src/engine/number-gaps.ts';
import type { Reading } from '../../../src/model/report.ts';
import { makeBlock, makeReading } from './make-reading.ts';

const titles = ['2.1 Quays', '2.2 Locks', '2.4 Tugs', '2.5 Cranes'];
const blocks = titles.map((text, i) => makeBlock({ kind: 'heading', level: 2, text, page: i + 1 }));
const gaps = (reading: Reading): string[] =>
  findNumberGaps(reading).mismatches.map(({ first, second }) => `${first} > ${second}`);

describe('numbers left out', () => {
  it('stand between the titles before and after', () => {
    expect(gaps(makeReading({ blocks }))).toEqual(['2.2 Locks > 2.4 Tugs']);
  });

  it('may stand on a page that was not read', () => {
    const reading = makeReading({ blocks });
    expect(gaps({ ...reading, document: { ...reading.document, unreadPages: [3] } })).toEqual([]);
  });

  it('are not left out when a heading runs into the one before, or a part of the section has the number', () => {
    const joined = blocks.with(1, makeBlock({ kind: 'heading', level: 2, text: '2.2 Locks 2.3 Piers', page: 2 }));
    expect(gaps(makeReading({ blocks: joined }))).toEqual([]);
    const part = makeBlock({ kind: 'paragraph', text: '2.3.1 Piers of wood are looked after.', page: 3 });
    expect(gaps(makeReading({ blocks: [...blocks, part] }))).toEqual([]);
  });

  it('tell nothing of a series that does not begin with one, or that repeats itself in another order', () => {
    const later = ['2.3 Quays', '2.4 Locks', '2.6 Tugs', '2.7 Cranes'];
    const mixed = ['2.1 Quays', '2.4 Locks', '2.2 Tugs', '2.5 Cranes'];
    for (const texts of [later, mixed]) {
      expect(
        gaps(makeReading({ blocks: texts.map((text) => makeBlock({ kind: 'heading', level: 2, text })) })),
      ).toEqual([]);
    }
  });

  it('are told of captions of each kind apart', () => {
    const captions = [
      'Table 1: Water',
      'Figure 1: Ships',
      'Table 2: Waste',
      'Table 3: Air',
      'Figure 3: Piers',
      'Table 5: Pay',
    ];
    expect(gaps(makeReading({ blocks: captions.map((text) => makeBlock({ text })) }))).toEqual([
      'Table 3: Air > Table 5: Pay',
    ]);
  });
});
