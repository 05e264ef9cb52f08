import { describe, expect, it } from 'vitest';
import { findNearSpellings } from '../../../src/engine/near-spellings.ts';
import type { Passage } from '../../../src/engine/passages.ts';
import { compilePhrases } from '../../../src/engine/phrases.ts';
import { findRepeatedSentences } from '../../../src/engine/repeated-sentences.ts';
import { findDoubledWords, findMalformedNumbers, findMisnomers } from '../../../src/engine/text-slips.ts';
import type { Slip } from '../../../src/engine/text-slips.ts';
import type { TextRun } from '../../../src/model/page.ts';
import type { TextLine } from '../../../src/model/table.ts';

const paragraph = (text: string, more: Partial<Passage> = {}): Passage => ({
  page: 1,
  box: [0, 0, 200, 10],
  text,
  lines: [],
  kind: 'paragraph',
  table: null,
  ...more,
});

/** Words at these places of one line, ten points high and wide for each letter. */
function setLine(words: [word: string, x: number][], y = 0): TextLine {
  const runs: TextRun[] = words.map(([text, x]) => ({
    text,
    box: [x, y, x + 10 * text.length, y + 10],
    edges: Array.from({ length: text.length + 1 }, (_, i) => x + 10 * i),
    baseline: y + 8,
    size: 10,
    font: 'f',
    bold: false,
    color: '#000000',
    angle: 0,
    invisible: false,
  }));
  const text = words.map(([word]) => word).join(' ');
  return { text, box: [words[0]![1], y, 200, y + 10], size: 10, bold: false, color: '#000000', runs };
}

const quoted = (slips: readonly Slip[]) =>
  slips.map(({ quotes: [quote] }) => quote!.passage.text.slice(quote!.start, quote!.end));

describe('doubled words', () => {
  const find = (text: string, more: Partial<Passage> = {}) =>
    quoted(findDoubledWords([paragraph(text, more)], ['had']));

  it.each([
    ['treated in the the plant', ['the the']],
    ['The the plant', ['The the']],
    ['what they had had before', []],
    ['in Baden Baden and Walla Walla', []],
    ['again, again and again', []],
    ['Scope 1 1 and A A', []],
    ['建立管理体系管理体系', ['管理体系管理体系']],
    ['人人参与、天天检查', []],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected));

  it('passes over two columns read as one line', () => {
    const near = setLine([
      ['of', 0],
      ['the', 30],
      ['the', 65],
    ]);
    expect(find(near.text, { lines: [near] })).toEqual(['the the']);
    const far = setLine([
      ['of', 0],
      ['the', 30],
      ['the', 120],
    ]);
    expect(find(far.text, { lines: [far] })).toEqual([]);
  });

  it('follows a paragraph over the end of a line, but not a cell', () => {
    const lines = [
      setLine([
        ['in', 80],
        ['the', 110],
      ]),
      setLine(
        [
          ['the', 0],
          ['plant', 40],
        ],
        12,
      ),
    ];
    const text = 'in the the plant';
    expect(find(text, { lines, box: [0, 0, 200, 22] })).toEqual(['the the']);
    expect(find(text, { lines, box: [0, 0, 200, 22], kind: 'cell', table: 't1' })).toEqual([]);
  });
});

describe('repeated sentences', () => {
  const sentence = 'The plant treats its waste water in two stages before it is let into the river below.';

  it('finds one within a paragraph, and says nothing of two paragraphs or short formulas', () => {
    expect(findRepeatedSentences([paragraph(`${sentence} It is old. ${sentence}`)])).toHaveLength(1);
    expect(findRepeatedSentences([paragraph(sentence), paragraph(sentence)])).toEqual([]);
    expect(findRepeatedSentences([paragraph('We care. '.repeat(30))])).toEqual([]);
  });

  it('tells a rewording from a parallel with other figures', () => {
    const reworded = 'The plant treats its waste water in two stages before it was let into a river below.';
    const long = (words: string) => `Each year, all managers, auditors and engineers visit ${words}`;
    expect(findRepeatedSentences([paragraph(`${long(sentence)} ${long(reworded)}`)])).toHaveLength(1);
    expect(findRepeatedSentences([paragraph(`In 2023, ${long(sentence)} In 2024, ${long(sentence)}`)])).toEqual([]);
  });
});

describe('malformed numbers', () => {
  it.each([
    ['12.623.97', true],
    ['11,1001.99', true],
    ['1,234,567.8', false],
    ['12,34,567.80', false],
    ['31.12.2024', false],
    ['on May 12,2024.', false],
    ['192.168.100.12', false],
  ])('%s', (text, expected) => expect(findMalformedNumbers([paragraph(text)]).length > 0).toBe(expected));

  it('knows a stray space by the figures of its row', () => {
    const cell = (text: string, y = 0) => paragraph(text, { kind: 'cell', table: 't1', box: [0, y, 10, y + 10] });
    expect(quoted(findMalformedNumbers([cell('250, 506 GJ'), cell('268,265 GJ')]))).toEqual(['250, 506 GJ']);
    expect(findMalformedNumbers([cell('250, 506'), cell('12, 40'), cell('268,265', 50)])).toEqual([]);
  });
});

describe('near spellings', () => {
  const passages = (odd: string) => [paragraph('environmental '.repeat(6)), paragraph(odd)];
  it.each([
    ['enviromental', true],
    ['envrionmental', true],
    ['environmentals', false],
    ['environment', false],
  ])('%s', (word, expected) => expect(findNearSpellings(passages(word)).length > 0).toBe(expected));

  it('leaves British and American spellings alone', () => {
    const found = [
      paragraph('behaviour '.repeat(6)),
      paragraph('travelling '.repeat(6)),
      paragraph('behavior traveling'),
    ];
    expect(findNearSpellings(found)).toEqual([]);
  });
});

it('knows standards that cannot exist', () => {
  expect(
    quoted(findMisnomers([paragraph('ISO 270001, ISO 14001:2015, ISO/IEC 27001')], [{ wrong: 'x y z', right: 'x' }])),
  ).toEqual(['ISO 270001']);
});

describe('phrases of rule files', () => {
  it('are taken as they stand', () => {
    expect('a.b (c) [●] 5'.match(compilePhrases(['(c)', '[●]', 'a.b'], 'whole'))).toEqual(['a.b', '(c)', '[●]']);
    expect('axb'.match(compilePhrases(['a.b'], 'whole'))).toBeNull();
  });

  it('keep to words, or to beginnings of words', () => {
    expect('the maxxes and xx%'.match(compilePhrases(['#%', '#'], 'whole'))).toEqual(['xx%']);
    expect('verified, unverified'.match(compilePhrases(['verif'], 'start'))).toEqual(['verif']);
    expect('third party, third-party, thirdparty'.match(compilePhrases(['third-party'], 'start'))).toHaveLength(3);
  });
});
