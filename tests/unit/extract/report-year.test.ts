import { describe, expect, it } from 'vitest';
import { settleReportYear } from '../../../src/extract/report-year.ts';
import type { Table } from '../../../src/model/table.ts';

const headed = (...heads: string[]): Table =>
  ({ cells: heads.map((text, col) => ({ row: 0, col, text, header: true })) }) as unknown as Table;

describe('the year of a report', () => {
  it('is the last year of its tables when the title names the year of publication', () => {
    const tables = Array.from({ length: 4 }, () => headed('Indicator', '2021', '2022', '2023'));
    expect(settleReportYear('2024', tables)).toBe('2023');
  });
  it('stays the stated year when the tables end with it, or are too few to say', () => {
    expect(settleReportYear('2024', [headed('2023', '2024'), headed('2023', '2024'), headed('2022', '2023')])).toBe(
      '2024',
    );
    expect(settleReportYear('2024', [headed('2022', '2023'), headed('Unit'), headed('Unit')])).toBe('2024');
  });
  it('comes from the tables alone when nothing states it', () => {
    expect(
      settleReportYear(
        null,
        Array.from({ length: 3 }, () => headed('2019', '2020')),
      ),
    ).toBe('2020');
  });
});
