import type { MatrixRow, RequirementState, StandardMatrix } from '../../model/matrix.ts';
import type { Sorting } from './sorting.ts';

/** States in the order in which a reader wants them: what asks for work first. */
export const states: readonly RequirementState[] = [
  'missing',
  'partly',
  'cannotTell',
  'omitted',
  'notApplicable',
  'met',
];

/** Key of a requirement in addresses: `gri-2021 305-1`. */
export const keyOf = (matrix: StandardMatrix, row: MatrixRow): string => `${matrix.standard} ${row.requirement}`;

/** Matrices and the key of a requirement → that requirement; null when there is none. */
export function findRequirement(matrices: readonly StandardMatrix[], key: string | null): MatrixRow | null {
  for (const matrix of matrices) {
    const row = matrix.rows.find((each) => keyOf(matrix, each) === key);
    if (row) return row;
  }
  return null;
}

/** Matrices and a key → key of the requirement after or before it within its standard; the first of all when none is chosen. */
export function stepRequirement(matrices: readonly StandardMatrix[], key: string | null, by: 1 | -1): string | null {
  const matrix = matrices.find((each) => each.rows.some((row) => keyOf(each, row) === key)) ?? matrices[0];
  if (matrix === undefined) return null;
  const at = matrix.rows.findIndex((row) => keyOf(matrix, row) === key);
  const next = matrix.rows[at < 0 ? 0 : at + by];
  return next ? keyOf(matrix, next) : null;
}

/** Rows → how many stand in each state. */
export function countStates(rows: readonly MatrixRow[]): Record<RequirementState, number> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<RequirementState, number>;
  for (const row of rows) counts[row.state]++;
  return counts;
}

/** Codes → as a reader says them: a run of consecutive articles by its ends, others one after another. */
export function nameCodes(codes: readonly string[]): string {
  const runs = codes.length > 2 && codes.every((code, i) => Number(code) === Number(codes[0]) + i);
  return runs ? `${codes[0]}–${codes.at(-1)}` : codes.join(', ');
}

/** Pages of evidence, each once, in order. */
export function pagesOf(row: MatrixRow): number[] {
  return [...new Set(row.evidence.map(({ page }) => page))].sort((a, b) => a - b);
}

/** Columns that the requirements can be sorted by. */
export type RequirementColumn = 'requirement' | 'state';

/** Rows → in the standard's own order, or what asks for work first; equal ones keep their order. */
export function sortRequirements(rows: MatrixRow[], { by, down }: Sorting<RequirementColumn>): MatrixRow[] {
  const sorted =
    by === 'state' ? rows.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state)) : [...rows];
  return down ? sorted.toReversed() : sorted;
}
