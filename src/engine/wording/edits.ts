/** A stretch in which two texts differ: what the one has there, and the other. */
export type Edit = readonly [a: string, b: string];

/** Two texts → the stretches in which they differ, by their longest common subsequence; both in order. */
export function listEdits(a: string, b: string): Edit[] {
  const table = fillTable(a, b);
  const edits: Edit[] = [];
  let [i, j, left, right] = [0, 0, '', ''];
  const close = () => {
    if (left + right !== '') edits.push([left, right]);
    left = right = '';
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      close();
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) left += a[i++]!;
    else right += b[j++]!;
  }
  close();
  return edits;
}

/** `table[i][j]`: letters that `a` from i and `b` from j share in order. */
function fillTable(a: string, b: string): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

/** Edits → how many letters must be changed, dropped or put in. */
export function countEdits(edits: readonly Edit[]): number {
  return edits.reduce((sum, [a, b]) => sum + Math.max(a.length, b.length), 0);
}
