import type { Finding } from '../../model/finding.ts';
import { ledgerOf } from './working.ts';

/** More operands than this do not fit on a line; the message says it instead. */
const longestChain = 4;

const signs: Record<string, string> = { sum: ' + ', shares: ' + ', footing: ' + ', change: ' → ' };

/**
 * The one line under a finding's title, as one would write it in the margin: `274.02 + 11,490.61 = 11,764.63, printed 11,746.63`.
 * The message, when the working cannot be written so.
 */
export function marginNote(finding: Finding): string {
  const sign = signs[finding.kind];
  const { unit, lines } = ledgerOf(finding);
  const values = (role: string): string[] => lines.filter((line) => line.role === role).map((line) => line.value);
  const operands = values('operand');
  const [result] = values('result');
  const [printed] = values('printed');
  if (!sign || result === undefined || operands.length < 2 || operands.length > longestChain) return finding.message;
  const left = `${operands.join(sign)}${sign === ' → ' ? ': ' : ' = '}${result}`;
  const said = finding.kind === 'change' ? 'claimed' : 'printed';
  const right = printed === undefined || printed === result ? '' : `, ${said} ${printed}`;
  return `${left}${right}${unit === null ? '' : ` (${unit})`}`;
}

/** Pages that a finding's evidence stands on, each once, in the evidence's order. */
export function pagesOf(finding: Finding): number[] {
  return [...new Set(finding.evidence.map((evidence) => evidence.page))];
}
