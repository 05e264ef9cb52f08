import { describe, expect, it } from 'vitest';
import type { MatrixRow, RequirementState, StandardMatrix } from '../../../src/model/matrix.ts';
import {
  countStates,
  findRequirement,
  keyOf,
  nameCodes,
  pagesOf,
  sortRequirements,
  stepRequirement,
} from '../../../src/ui/derive/matrix.ts';

const row = (requirement: string, state: RequirementState, pages: number[] = []): MatrixRow => ({
  requirement,
  title: { en: requirement, zh: requirement },
  codes: [requirement],
  level: 'mandatory',
  state,
  reason: { en: '', zh: '' },
  asked: null,
  rows: [],
  evidence: pages.map((page) => ({
    page,
    box: [0, 0, 1, 1],
    raw: '',
    role: 'page',
    factId: null,
    label: '',
    period: null,
    unit: null,
  })),
});
const matrix: StandardMatrix = {
  standard: 'gri-2021',
  title: { en: 'GRI', zh: 'GRI' },
  effective: '2023-01-01',
  mode: null,
  rows: [row('2-1', 'met', [7, 3, 7]), row('2-2', 'missing'), row('2-3', 'met')],
};

describe('the matrix of a standard', () => {
  it('is walked by keys, within one standard', () => {
    const other = { ...matrix, standard: 'tcfd' };
    expect(stepRequirement([matrix, other], null, 1)).toBe('gri-2021 2-1');
    expect(stepRequirement([matrix, other], 'tcfd 2-1', 1)).toBe('tcfd 2-2');
    expect(stepRequirement([matrix, other], 'gri-2021 2-3', 1)).toBeNull();
    expect(stepRequirement([], null, 1)).toBeNull();
    expect(findRequirement([matrix, other], keyOf(other, other.rows[1]!))).toBe(other.rows[1]);
    expect(findRequirement([matrix], 'gone')).toBeNull();
  });

  it('counts states, and names codes and pages once', () => {
    expect(countStates(matrix.rows)).toMatchObject({ met: 2, missing: 1, partly: 0 });
    expect(nameCodes(['21', '22', '23'])).toBe('21–23');
    expect(nameCodes(['30'])).toBe('30');
    expect(nameCodes(['305-1', '305-2', '305-3'])).toBe('305-1, 305-2, 305-3');
    expect(pagesOf(matrix.rows[0]!)).toEqual([3, 7]);
  });

  it('is sorted in its own order, or with what asks for work first', () => {
    const names = (by: 'requirement' | 'state', down: boolean) =>
      sortRequirements(matrix.rows, { by, down }).map(({ requirement }) => requirement);
    expect(names('requirement', true)).toEqual(['2-3', '2-2', '2-1']);
    expect(names('state', false)).toEqual(['2-2', '2-1', '2-3']);
  });
});
