import type { Finding, WorkingLine } from '../../model/finding.ts';

/** A working with the unit that its operands share written once, as on a ledger sheet. */
export interface Ledger {
  /** The shared unit; null when the operands have none, or not the same. */
  unit: string | null;
  /** The lines, without the shared unit. */
  lines: WorkingLine[];
}

const valueWithUnit = /^[≈<>≤≥±+−-]?\s?[\d.,–]+ (\D.*)$/;

function unitOf(value: string): string | null {
  return valueWithUnit.exec(value)?.[1] ?? null;
}

/** Positions of the evidence that no line of the working names: it is listed apart. */
export function looseEvidence({ working, evidence }: Pick<Finding, 'working' | 'evidence'>): number[] {
  const named = new Set(working.map((line) => line.evidence));
  return evidence.map((_, at) => at).filter((at) => !named.has(at));
}

/** Takes the unit that all operands (or, where there are none, all printed figures) share off every line that carries it. */
export function ledgerOf({ working }: Pick<Finding, 'working'>): Ledger {
  const withRole = (role: WorkingLine['role']): WorkingLine[] => working.filter((line) => line.role === role);
  const operands = withRole('operand');
  const units = new Set((operands.length > 0 ? operands : withRole('printed')).map((line) => unitOf(line.value)));
  const [unit = null] = units;
  if (units.size !== 1 || unit === null) return { unit: null, lines: working };
  return { unit, lines: working.map((line) => ({ ...line, value: line.value.replace(` ${unit}`, '') })) };
}
