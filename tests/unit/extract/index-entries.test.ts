import { describe, expect, it } from 'vitest';
import { readChineseNumber, readCodes, readFamily } from '../../../src/extract/index-codes.ts';

const codes = (text: string, family: string): string[] => readCodes(text, family).map((c) => c.code);

describe('codes of standards', () => {
  it('spells out ranges of articles in English and Chinese', () => {
    expect(codes('Articles 21 to 24, Article 33', 'SSE')).toEqual(['21', '22', '23', '24', '33']);
    expect(codes('Articles 5 and 53', 'SSE')).toEqual(['5', '53']);
    expect(codes('第二十一条至第二十三条、第三十条', 'SSE')).toEqual(['21', '22', '23', '30']);
    expect(codes('第四十九條', 'SSE')).toEqual(['49']);
  });

  it('finds GRI codes in a run and broken at a line end, and no dates or page ranges', () => {
    expect(codes('2-7/2-23/401-1/403- 2', 'GRI')).toEqual(['2-7', '2-23', '401-1', '403-2']);
    expect(codes('302-1 to 302-4', 'GRI')).toEqual(['302-1', '302-2', '302-3', '302-4']);
    expect(codes('pages 12-15, 2023-12-31, 2-45', 'GRI')).toEqual([]);
  });

  it('finds the codes of other frameworks', () => {
    expect(codes('KPI A1.1, B2', 'HKEX')).toEqual(['A1.1', 'B2']);
    expect(codes('E1-6 and GOV-1', 'ESRS')).toEqual(['E1-6', 'GOV-1']);
    expect(codes('TC-SI-130a.1', 'SASB')).toEqual(['TC-SI-130a.1']);
  });

  it('spells out ranges however they are printed', () => {
    expect(codes('Articles 21–23', 'SSE')).toEqual(['21', '22', '23']);
    expect(codes('Article 21 through Article 23', 'SSE')).toEqual(['21', '22', '23']);
    expect(codes('第21条至第23条', 'SSE')).toEqual(['21', '22', '23']);
    expect(codes('第二十一至二十三条', 'SSE')).toEqual(['21', '22', '23']);
    expect(codes('第二十一條～第二十三條', 'SSE')).toEqual(['21', '22', '23']);
    expect(codes('第五、五十三条', 'SSE')).toEqual(['5', '53']);
    expect(codes('Articles 5, 21 to 23 and 53', 'SSE')).toEqual(['5', '21', '22', '23', '53']);
    expect(codes('Arts. 21-22', 'SSE')).toEqual(['21', '22']);
    expect(codes('302-1 – 302-3', 'GRI')).toEqual(['302-1', '302-2', '302-3']);
    expect(codes('302-1至302-3', 'GRI')).toEqual(['302-1', '302-2', '302-3']);
    expect(codes('302-1~3', 'GRI')).toEqual(['302-1', '302-2', '302-3']);
    expect(codes('GRI 302-1 through GRI 302-3', 'GRI')).toEqual(['302-1', '302-2', '302-3']);
  });

  it('reads Chinese numerals up to 99', () => {
    expect(['六', '十', '十四', '二十', '六十三', '一百', ''].map(readChineseNumber)).toEqual([
      6,
      10,
      14,
      20,
      63,
      null,
      null,
    ]);
  });

  it('names a family only when one is named', () => {
    expect(readFamily('GRI Standards')).toBe('GRI');
    expect(readFamily('《上交所14号指引》')).toBe('SSE');
    expect(readFamily('GRI / SASB index')).toBeNull();
    expect(readFamily('IFRS S2')).toBe('IFRS S2');
    expect(readFamily('TCFD / IFRS S2')).toBe('TCFD');
  });
});
