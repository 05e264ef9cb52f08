import { describe, expect, it } from 'vitest';
import { check } from '../../../../src/engine/check.ts';
import { findGriUse } from '../../../../src/engine/standards/gri-mode.ts';
import type { IndexEntry } from '../../../../src/model/fact.ts';
import type { Reading } from '../../../../src/model/report.ts';
import { readRepositoryPack } from '../../../rules/repository-pack.ts';
import { makeBlock, makeEntry, makeFact, makeReading } from '../make-reading.ts';

const pack = { ...readRepositoryPack(), rules: [] };
const gri = (code: string, location: string): IndexEntry => makeEntry(code, { standard: 'GRI', location, title: '' });
const heading = (text: string, page: number) => makeBlock({ kind: 'heading', level: 1, text, page });
const claim = makeBlock({ text: 'Statement of use: reported in accordance with the GRI Standards.', page: 2 });

/** `code state` of the requirements that are asked about. */
function states(reading: Reading, standard: string, codes: string[]): string[] {
  const matrix = check(reading, pack).standards.find((each) => each.standard === standard)!;
  return matrix.rows.filter((row) => codes.includes(row.codes[0]!)).map((row) => `${row.codes[0]} ${row.state}`);
}

describe('states of requirements', () => {
  const fact = makeFact({ metric: 'hr.training_hours_avg', number: '21', page: 5 });
  const entries = [
    gri('2-1', 'Our company'),
    gri('2-5', 'Annual Report, page 7'),
    gri('2-21', 'Not reported: the ratio is confidential'),
    gri('2-28', 'N/A'),
    gri('302-2', '5'),
    gri('404-1', '5'),
    gri('405-2', 'Not reported'),
  ];
  const reading = makeReading({ index: entries, facts: [fact], blocks: [heading('Our company', 3), claim] });

  it('follow from the row, the place that it names and the figures that are asked for', () => {
    const codes = ['2-1', '2-5', '2-21', '2-28', '302-2', '404-1', '405-2'];
    expect(states(reading, 'gri-2021', codes)).toEqual([
      '2-1 met',
      '2-5 cannotTell',
      '2-21 omitted',
      '2-28 notApplicable',
      '302-2 partly',
      '404-1 met',
      '405-2 partly',
    ]);
  });

  it('say where the figure stands and what was looked for', () => {
    const rows = check(reading, pack).standards[0]!.rows;
    expect(rows.find(({ codes }) => codes[0] === '404-1')!.evidence[0]).toMatchObject({ page: 5, raw: '21' });
    const { reason, asked } = rows.find(({ codes }) => codes[0] === '302-2')!;
    expect(asked!.en).toContain('outside');
    expect(reason.en).toMatch(/Looked for figures of energy consumption outside.*page 5.*none found/);
  });

  it('find a figure that only a sentence gives', () => {
    const sentence = makeBlock({ text: 'Energy consumption outside the organization came to 12 TJ.', page: 5 });
    const told = { ...reading, blocks: [...reading.blocks, sentence] };
    expect(states(told, 'gri-2021', ['302-2'])).toEqual(['302-2 met']);
  });

  it('look for no words in a language that the vocabulary does not know', () => {
    const japanese = { ...reading, document: { ...reading.document, languages: ['ja'] } };
    expect(states(japanese, 'gri-2021', ['302-2'])).toEqual(['302-2 met']);
  });

  it('know a page that the report does not have', () => {
    expect(states({ ...reading, index: [gri('404-1', '412')] }, 'gri-2021', ['404-1'])).toEqual(['404-1 partly']);
  });
});

describe('what no row names', () => {
  const universal = Array.from({ length: 29 }, (_, i) => gri(`2-${i + 1}`, '3'));
  const missing = (...texts: string[]): string[] =>
    states(makeReading({ index: universal, blocks: texts.map((text) => makeBlock({ text })) }), 'gri-2021', [
      '2-30',
      '305-1',
    ]);

  it('is missing in accordance with the Standards, a choice with reference to them, and open otherwise', () => {
    expect(missing('We report in accordance with the GRI Standards.')).toEqual(['2-30 missing', '305-1 notApplicable']);
    expect(missing('We report with reference to the GRI Standards.')[0]).toBe('2-30 notApplicable');
    expect(missing('We like the GRI Standards.')[0]).toBe('2-30 cannotTell');
  });

  it('is not concluded from a fragment of an index', () => {
    const few = makeReading({ index: [gri('2-1', '3')], blocks: [claim] });
    expect(states(few, 'gri-2021', ['2-30'])).toEqual(['2-30 cannotTell']);
  });

  it('is not asked of an index that follows the Standards of 2016 while they held', () => {
    const index = [...Array.from({ length: 12 }, (_, i) => gri(`102-${i + 1}`, '3')), gri('305-1', '3')];
    const reading = makeReading({ index, blocks: [claim] });
    const of = (reportYear: string): string[] =>
      states({ ...reading, document: { ...reading.document, reportYear } }, 'gri-2021', ['2-30']);
    expect(of('2021')).toEqual(['2-30 notApplicable']);
    expect(of('2023')).toEqual(['2-30 cannotTell']);
  });

  it('takes a paragraph for its parts, and a part for its paragraph', () => {
    const facts = [makeFact({ metric: 'ghg.scope1', number: '3', page: 3 })];
    const row = (code: string) => makeEntry(code, { standard: 'IFRS S2', location: '3', title: '' });
    const index = [row('29(a)(i)'), row('33(a)'), row('6')];
    const codes = ['29(a)(i)(1)', '29(a)(i)(3)', '29(a)(ii)', '33'];
    expect(states(makeReading({ index, facts }), 'ifrs-s2', codes)).toEqual([
      '29(a)(i)(1) met',
      '29(a)(i)(3) partly',
      '29(a)(ii) cannotTell',
      '33 met',
    ]);
  });

  it('counts rows of the Shenzhen twin, and maps TCFD rows by pillar and letter', () => {
    const szse = [makeEntry('36', { standard: 'SZSE', location: '3' })];
    expect(states(makeReading({ index: szse }), 'sse-14', ['36'])).toEqual(['36 met']);
    const tcfd = [makeEntry('指標與目標 b', { standard: 'TCFD', location: '3' })];
    const facts = [makeFact({ metric: 'ghg.scope1', number: '1' }), makeFact({ metric: 'ghg.scope2', number: '2' })];
    expect(states(makeReading({ index: tcfd, facts }), 'tcfd', ['MET-b'])).toEqual(['MET-b met']);
  });
});

describe('how the GRI Standards are used', () => {
  const mode = (...texts: string[]) =>
    findGriUse(makeReading({ blocks: texts.map((text) => makeBlock({ text })) })).mode;

  it('is read from English and Chinese sentences', () => {
    expect(mode('Prepared in accordance with the GRI Standards.')).toBe('in accordance');
    expect(mode('本报告参照全球报告倡议组织《GRI标准》编制。')).toBe('with reference');
    expect(mode('本報告依循GRI準則編製。')).toBe('in accordance');
    expect(mode('In accordance with the law, we file it.')).toBeNull();
  });

  it('follows the statement of use, and is open when sentences disagree', () => {
    const both = ['In accordance with the GRI Standards.', 'With reference to the GRI Standards.'];
    expect(mode(...both)).toBeNull();
    expect(mode(...both, 'Statement of use: with reference to the GRI Standards.')).toBe('with reference');
  });
});
