import type { Fact } from '../../model/fact.ts';
import type { Finding } from '../../model/finding.ts';
import type { UnitDefinition } from '../../model/rule.ts';

/** A figure that a relation rests on. */
export interface Operand {
  /** Index of the finding's evidence. */
  evidence: number;
  fact: Fact;
  /** What the printed number is multiplied with, so that the relation's figures go together. */
  factor: number;
  /** −1 where the relation takes the figure away. */
  sign: 1 | -1;
}

/** The relation between printed figures that a spreadsheet can work out again. */
export type Relation =
  /** The parts add up to the total; to a hundred per cent where none is printed. */
  | { kind: 'sum'; parts: Operand[]; total: Operand | null }
  /** The ratio is the numerator divided by the denominator. */
  | { kind: 'quotient'; ratio: Operand; numerator: Operand; denominator: Operand }
  /** All values are one. */
  | { kind: 'spread'; values: Operand[] }
  /** The later value against the earlier one. */
  | { kind: 'change'; before: Operand; after: Operand }
  /** The part is no more than the whole. */
  | { kind: 'rest'; part: Operand; whole: Operand };

/** Facts by id, and units by id. */
export interface Figures {
  facts: ReadonlyMap<string, Fact>;
  units: ReadonlyMap<string, UnitDefinition>;
}

/** Finding → the relation that it checked, with its figures; null when it is none of numbers, or a figure is not known. */
export function relationOf(finding: Finding, figures: Figures): Relation | null {
  const operands = operandsOf(finding, figures);
  const inRole = (role: string): Operand[] =>
    operands.filter(({ evidence }) => finding.evidence[evidence]!.role === role);
  const [total] = inRole('total');
  const [ratio] = inRole('ratio');
  const [numerator] = inRole('numerator');
  const [denominator] = inRole('denominator');
  const [before] = inRole('before');
  const [after] = inRole('after');
  const [whole] = inRole('whole');
  const parts = inRole('part');
  const values = inRole('value');
  switch (finding.kind) {
    case 'sum':
    case 'footing':
    case 'shares':
      return parts.length > 1 && (total || finding.expected?.startsWith('100'))
        ? { kind: 'sum', parts, total: total ?? null }
        : null;
    case 'ratio':
      return ratio && numerator && denominator ? { kind: 'quotient', ratio, numerator, denominator } : null;
    case 'equal':
      return values.length > 1 ? { kind: 'spread', values } : null;
    case 'change':
      return before && after ? { kind: 'change', before, after } : null;
    case 'subset':
      return parts[0] && whole ? { kind: 'rest', part: parts[0], whole } : null;
    default:
      return null;
  }
}

/** Finding → its figures with factors that make them go together; none when their units are of no known size. */
function operandsOf(finding: Finding, { facts, units }: Figures): Operand[] {
  const found = finding.evidence.flatMap(({ factId }, evidence) => {
    const fact = factId === null ? undefined : facts.get(factId);
    return fact ? [{ evidence, fact }] : [];
  });
  // Beside a figure without a unit, all are taken as printed; so are figures of one unit and scale.
  const alike = new Set(found.map(({ fact }) => `${fact.unit} ${fact.scale}`)).size === 1;
  const bare = found.some(({ fact }) => fact.unit === null);
  const adds = finding.kind !== 'ratio';
  return found.flatMap(({ evidence, fact }) => {
    const factor = adds && (alike || bare) ? 1 : factorOf(fact, units);
    return factor === null ? [] : [{ evidence, fact, factor, sign: signOf(finding, evidence, fact) }];
  });
}

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15;

function factorOf({ unit, scale }: Fact, units: Figures['units']): number | null {
  if (unit === null) return Number(scale);
  const sizes = (units.has(unit) ? [unit] : unit.split('/')).map((part) => units.get(part)?.factor);
  if (sizes.some((size) => size === undefined)) return null;
  const size = sizes.map(Number).reduce((a, b) => a / b);
  return Number((Number(scale) * size).toPrecision(DIGITS));
}

/** The working shows a figure that is taken away with the other sign than its print has. */
function signOf({ working }: Finding, evidence: number, fact: Fact): 1 | -1 {
  const line = working.find((each) => each.role === 'operand' && each.evidence === evidence);
  if (line === undefined || Number(fact.number) === 0) return 1;
  return line.value.startsWith('−') === fact.number.startsWith('-') ? 1 : -1;
}
