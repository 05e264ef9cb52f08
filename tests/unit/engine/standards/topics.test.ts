import { describe, expect, it } from 'vitest';
import { findMistaken } from '../../../../src/engine/standards/captions.ts';
import { findClaim, speaksOfIndex } from '../../../../src/engine/standards/named.ts';
import { findTopicElsewhere } from '../../../../src/engine/standards/topics.ts';
import { readRepositoryPack } from '../../../rules/repository-pack.ts';
import { makeBlock, makeReading } from '../make-reading.ts';

const { standards } = readRepositoryPack();
const gri = standards.find(({ id }) => id === 'gri-2021')!;
const hkex = standards.find(({ id }) => id === 'hkex-c2')!;
const requirement = (code: string) => gri.requirements.find(({ codes }) => codes.includes(code))!;

const tale = 'The choir sang in the yard until the evening, and everyone brought a chair. '.repeat(8);
const law = 'Compliance with laws: no fines, no penalties, no violations.';
const readingOf = (...texts: string[]) =>
  makeReading({ blocks: texts.map((text, i) => makeBlock({ text, page: i + 1 })) });

describe('pages that hold another topic', () => {
  const elsewhere = (reading: ReturnType<typeof makeReading>, page = 1) =>
    findTopicElsewhere(gri, requirement('2-27'), [page], reading)?.pages ?? null;

  it('have not one word of it, while others have several', () => {
    expect(elsewhere(readingOf(tale, tale, law))).toEqual([3]);
    expect(elsewhere(readingOf(`${tale} We keep the law.`, tale, law))).toBeNull();
    expect(elsewhere(readingOf(tale, tale, tale))).toBeNull();
  });

  it('are believed where the next page speaks of it, one word aside, and where there is little text', () => {
    expect(elsewhere(readingOf(tale, law))).toBeNull();
    expect(elsewhere(readingOf(tale, `${tale} We keep the law.`, law))).toEqual([3]);
    expect(elsewhere(readingOf('Our people', tale, law))).toBeNull();
  });

  it('are not looked at in a language that the vocabulary does not know', () => {
    const reading = readingOf(tale, tale, law);
    expect(elsewhere({ ...reading, document: { ...reading.document, languages: ['ja'] } })).toBeNull();
  });
});

describe('a title under the code of its neighbour', () => {
  it('bears the sign of one other disclosure and none of its own', () => {
    const meant = (code: string, title: string) => findMistaken(gri, code, title)?.meant.id ?? null;
    expect(meant('305-1', 'Total Scope 2 emissions')).toBe('305-2');
    expect(meant('305-1', '范围三排放')).toBe('305-3');
    expect(meant('305-1', 'Scope 1 and Scope 2 emissions')).toBeNull();
    expect(meant('305-3', 'Other indirect emissions')).toBeNull();
    expect(meant('305-4', 'Intensity of Scope 1 emissions')).toBeNull();
    expect(meant('305-5', 'Reduction of Scope 1 emissions')).toBeNull();
    expect(meant('305-2', 'Scope 11')).toBeNull();
  });
});

describe('the claim to follow a standard', () => {
  const claim = (text: string) => findClaim(hkex, makeReading({ blocks: [makeBlock({ text })] }));

  it('names it after words that promise all of it, or parts', () => {
    expect(claim('This report was prepared in compliance with Appendix C2.')!.whole).toBe(true);
    expect(claim('本报告依据附录C2编制。')!.whole).toBe(true);
    expect(claim('This report was prepared with reference to Appendix C2.')!.whole).toBe(false);
    expect(claim('Appendix C2 changes next year, as this report says.')).toBeNull();
  });

  it('may speak of an index that stands elsewhere', () => {
    const speaks = (text: string) => speaksOfIndex(hkex, makeReading({ blocks: [makeBlock({ text })] }));
    expect(speaks('The content index of Appendix C2 is on our website.')).toBe(true);
    expect(speaks('We follow Appendix C2.')).toBe(false);
  });
});
