import { describe, expect, it } from 'vitest';
import { compareFrequencies } from '../../../src/engine/contradictions/frequencies.ts';
import type { Passage } from '../../../src/engine/passages.ts';

const paragraph = (text: string): Passage => ({
  page: 1,
  box: [0, 0, 200, 10],
  text,
  lines: [],
  kind: 'paragraph',
  table: null,
});

describe('frequencies', () => {
  const disagree = (...texts: string[]) => compareFrequencies(texts.map(paragraph)).mismatches.length;

  it.each([
    ['a quarterly harbour survey', 'the bi-yearly harbour survey', 1],
    ['a quarterly harbour survey', 'quarterly independent harbour surveys', 0],
    ['the monthly salary of regular staff', 'the annual bonus of regular staff', 0],
    ['a quarterly harbour report', 'the annual harbour report', 0],
  ])('%s / %s', (a, b, count) => expect(disagree(a, b)).toBe(count));

  it('minds whose meetings they are', () => {
    const meets = (who: string, often: string) =>
      `The ${who} committee of the board meets ${often}, at each of its sites in turn.`;
    expect(disagree(meets('safety', 'four times per year'), meets('safety', 'five times per year'))).toBe(1);
    expect(disagree(meets('safety', 'four times per year'), meets('audit', 'five times per year'))).toBe(0);
    expect(disagree(meets('safety', 'four times per year'), meets('safety', 'once per quarter'))).toBe(0);
  });
});
