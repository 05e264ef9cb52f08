import { describe, expect, it } from 'vitest';
import { findDeadSectionReferences } from '../../../src/engine/section-references.ts';
import type { Reading } from '../../../src/model/report.ts';
import { makeBlock, makeReading } from './make-reading.ts';

const titles = ['2.1 Quays', '2.2 Locks', '3.1 Tugs', '3.2 Cranes'];
const report = (...texts: string[]): Reading =>
  makeReading({
    blocks: [
      ...titles.map((text) => makeBlock({ kind: 'heading', level: 2, text })),
      ...texts.map((text) => makeBlock({ text })),
    ],
  });
const dead = (reading: Reading): string[] => findDeadSectionReferences(reading).mismatches.map(({ first }) => first);

describe('references to numbers', () => {
  it.each(['For the method, see section 5.2.', '计算方法详见第5.2节。'])('lead nowhere: %s', (text) => {
    expect(dead(report(text))).toHaveLength(1);
  });

  it.each([
    'For the method, see section 3.2.',
    'For the method, see section 5.2 of the Port Authority.',
    'Under the Harbour Act (see section 5.2) dues are paid.',
    'For the accounts, see section 5.2 of our Annual Report.',
    '依照港口管理办法，参见第5.2节。',
    'Energy is shown in Table 9.',
    'The rate is described in section 5.2% of cases.',
  ])('lead somewhere, or to something else, or to what is not numbered: %s', (text) => {
    expect(dead(report(text))).toEqual([]);
  });

  it('may lead to a part of the number, or to a page that was not read', () => {
    expect(dead(report('For the method, see section 5.2.', '5.2.1 Boats are counted.'))).toEqual([]);
    const reading = report('For the method, see section 5.2.');
    expect(dead({ ...reading, document: { ...reading.document, unreadPages: [4] } })).toEqual([]);
  });
});
