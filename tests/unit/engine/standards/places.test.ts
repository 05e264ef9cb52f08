import { describe, expect, it } from 'vitest';
import { numberPages, readPlace } from '../../../../src/engine/standards/places.ts';
import { makeReading } from '../make-reading.ts';

const pages = (location: string): number[] => readPlace(location).pages;

describe('what an index row says about its place', () => {
  it('reads lists and ranges of pages in all their spellings', () => {
    expect(pages('12, 15–17')).toEqual([12, 15, 16, 17]);
    expect(pages('P.12, P.19')).toEqual([12, 19]);
    expect(pages('pages 4 and 7')).toEqual([4, 7]);
    expect(pages('第12页、15-16页')).toEqual([12, 15, 16]);
    expect(pages('Energy use 14')).toEqual([14]);
    expect(pages('Our people (page 30)')).toEqual([30]);
    expect(pages('We trained 1,250 people in 2024.')).toEqual([]);
  });

  it('takes no pages of another document, but those that stand before it', () => {
    expect(readPlace('Annual Report 2023, page 88')).toMatchObject({ pages: [], elsewhere: true });
    expect(readPlace('53-54 Refer to the website')).toMatchObject({ pages: [53, 54], elsewhere: true });
    expect(readPlace('详见公司官网')).toMatchObject({ pages: [], elsewhere: true });
  });

  it('tells omissions with and without a reason, and what does not apply', () => {
    expect(readPlace('Not reported').omitted).toBe('without reason');
    expect(readPlace('Not reported: the data are confidential').omitted).toBe('with reason');
    expect(readPlace('暂未统计').omitted).toBe('with reason');
    expect(readPlace('N/A').notApplicable).toBe(true);
    expect(readPlace('不适用').notApplicable).toBe(true);
    expect(readPlace('Page 12')).toMatchObject({ omitted: null, notApplicable: false, words: '' });
  });
});

describe('printed page numbers', () => {
  const numbers = (labels: (string | null)[]) => {
    const reading = makeReading({});
    return numberPages({ ...reading, document: { ...reading.document, pages: labels.length, pageLabels: labels } });
  };

  it('go by the distance that most pages have, whatever one page was misread as', () => {
    const { find, last } = numbers([null, '1', '2', '7', '4', '5']);
    expect([find(3), find(5), find(6)]).toEqual([[4], [6], []]);
    expect(last).toBe(7);
  });

  it('are the pages of the file where none is printed, and nothing where a chapter number repeats', () => {
    expect(numbers([null, null, null]).find(2)).toEqual([2]);
    expect(numbers(['2', '2', '2', '2']).find(2)).toEqual([]);
  });
});
