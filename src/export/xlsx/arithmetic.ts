import { cellName, formatOf } from './cells.ts';
import type { StyledCell } from './cells.ts';
import type { Operand, Relation } from './recompute.ts';

/** One line that the spreadsheet works out below a relation's figures. */
export interface ResultLine {
  label: 'recomputed' | 'difference' | 'spread' | 'change' | 'changeShare' | 'rest';
  cell: StyledCell;
}

/** Where the figures of a relation stand on the sheet. */
export interface Placing {
  /** Column of the printed numbers, and of what they are multiplied with. */
  number: number;
  factor: number;
  /** Evidence → row. */
  rowOf: (evidence: number) => number;
  /** Row of the first result line. */
  firstResult: number;
}

/** Decimals shown beyond those that are printed, where a result is in other units than its parts. */
const EXTRA_DECIMALS = 2;

const HUNDRED = 100;

/** Relation and its place → formulas that work it out again, with the values that they have now. */
export function resultLines(relation: Relation, placing: Placing): ResultLine[] {
  const refer = (operand: Operand): Term => termOf(operand, placing);
  switch (relation.kind) {
    case 'sum': {
      const { parts, total } = relation;
      const sum = scaleDown(
        add(
          parts.map(refer),
          parts.map(({ sign }) => sign),
        ),
        total,
        placing,
      );
      const format = resultFormat(total === null ? parts : [...parts, total]);
      const target = total === null ? { text: String(HUNDRED), value: HUNDRED } : plain(total, placing);
      return compare(sum, target, format, placing);
    }
    case 'quotient': {
      const { ratio, numerator, denominator } = relation;
      const [over, under] = [refer(numerator), refer(denominator)];
      const quotient = { text: `${over.text}/${wrap(under)}`, value: over.value / under.value };
      const scaled = scaleDown(quotient, ratio, placing);
      return compare(scaled, plain(ratio, placing), resultFormat([ratio], EXTRA_DECIMALS), placing);
    }
    case 'spread': {
      const terms = relation.values.map(refer);
      const list = terms.map(({ text }) => text).join(',');
      const values = terms.map(({ value }) => value);
      const spread = { text: `MAX(${list})-MIN(${list})`, value: Math.max(...values) - Math.min(...values) };
      const [first] = relation.values as [Operand];
      return [line('spread', scaleDown(spread, first, placing), resultFormat(relation.values))];
    }
    case 'change': {
      const { before, after } = relation;
      const [from, to] = [refer(before), refer(after)];
      const change = { text: `${to.text}-${from.text}`, value: to.value - from.value };
      const share = { text: `(${change.text})/ABS(${from.text})`, value: change.value / Math.abs(from.value) };
      return [
        line('change', scaleDown(change, after, placing), resultFormat([before, after])),
        ...(from.value === 0 ? [] : [line('changeShare', share, '0.00%')]),
      ];
    }
    case 'rest': {
      const { part, whole } = relation;
      const [less, all] = [refer(part), refer(whole)];
      const rest = { text: `${all.text}-${less.text}`, value: all.value - less.value };
      return [line('rest', scaleDown(rest, whole, placing), resultFormat([part, whole]))];
    }
  }
}

/** A piece of a formula and what it comes to. */
interface Term {
  text: string;
  value: number;
}

/** The printed number's cell; times its factor where there is one. */
function termOf(operand: Operand, placing: Placing): Term {
  const { factor } = operand;
  const { text, value } = plain(operand, placing);
  return factor === 1
    ? { text, value }
    : { text: `${text}*${cellName(placing.factor, placing.rowOf(operand.evidence))}`, value: value * factor };
}

const plain = ({ evidence, fact }: Operand, { number, rowOf }: Placing): Term => ({
  text: cellName(number, rowOf(evidence)),
  value: Number(fact.number),
});

function add(terms: readonly Term[], signs: readonly (1 | -1)[]): Term {
  return {
    text: terms.map(({ text }, i) => `${signs[i] === -1 ? '-' : i === 0 ? '' : '+'}${text}`).join(''),
    value: terms.reduce((sum, { value }, i) => sum + value * signs[i]!, 0),
  };
}

const wrap = ({ text }: Term): string => (text.includes('*') ? `(${text})` : text);

/** Back into the printed unit of `operand`. */
function scaleDown(term: Term, operand: Operand | null, { factor, rowOf }: Placing): Term {
  if (operand === null || operand.factor === 1) return term;
  return { text: `(${term.text})/${cellName(factor, rowOf(operand.evidence))}`, value: term.value / operand.factor };
}

/** What comes out, and what is printed less that. */
function compare(computed: Term, printed: Term, format: string, { number, firstResult }: Placing): ResultLine[] {
  const difference = {
    text: `${printed.text}-${cellName(number, firstResult)}`,
    value: printed.value - computed.value,
  };
  return [line('recomputed', computed, format), line('difference', difference, format)];
}

const line = (label: ResultLine['label'], { text, value }: Term, format: string): ResultLine => ({
  label,
  cell: { value, formula: text, format, look: 'strong' },
});

/** As many decimals as the most exact of the figures. */
function resultFormat(operands: readonly Operand[], extra = 0): string {
  const mixed = new Set(operands.map(({ factor }) => factor)).size > 1 ? EXTRA_DECIMALS : 0;
  const longest = operands.map(({ fact }) => formatOf(fact.number)).reduce((a, b) => (b.length > a.length ? b : a));
  const more = '0'.repeat(Math.max(extra, mixed));
  return more === '' || longest.includes('.') ? longest + more : `${longest}.${more}`;
}
