import { nameStandard, pagesOf, stateOf } from '../results.ts';
import type { Result } from '../results.ts';
import { doubtText, words } from '../words.ts';
import type { Language } from '../words.ts';
import { resultLines } from './arithmetic.ts';
import { printedNumber } from './cells.ts';
import type { Cell, Sheet } from './cells.ts';
import { relationOf } from './recompute.ts';
import type { Figures, Operand, Relation } from './recompute.ts';
import { paperWords } from './words.ts';

/** Columns that formulas refer to: those of printed numbers and of what they are multiplied with. */
const NUMBER = 7;
const FACTOR = 8;

const WIDTHS = [6, 12, 11, 44, 9, 8, 18, 14, 10, 14, 14, 70, 24, 24, 32, 22, 18];

/** Places listed below a finding that is no relation of figures; its page numbers name the rest. */
const MOST_PLACES = 100;

/**
 * Results → a sheet with a head row for each, its figures below and, where they make a relation, formulas that work it
 * out again from the printed numbers.
 */
export function findingSheet(name: string, results: readonly Result[], figures: Figures, language: Language): Sheet {
  const rows: Cell[][] = [paperWords[language].findingColumns.map((value) => ({ value, look: 'head' }))];
  const folded = new Set<number>();
  for (const [index, result] of results.entries()) {
    rows.push(headRow(result, index + 1, language));
    const first = rows.length;
    rows.push(...figureRows(result, index + 1, first, figures, language));
    for (let row = first; row < rows.length; row++) folded.add(row);
  }
  return { name, widths: WIDTHS, headRows: 1, rows, folded };
}

function headRow(result: Result, number: number, language: Language): Cell[] {
  const { finding, standing, triage } = result;
  const say = words[language];
  const wrap = (value: string): Cell => ({ value, look: 'wrap' });
  const pages = pagesOf(finding).join(', ');
  return [
    number,
    { value: say.standings[standing], look: standing },
    say.states[stateOf(result)],
    { value: finding.title[language], look: 'strong' },
    null,
    pages,
    finding.actual,
    null,
    null,
    null,
    null,
    wrap([finding.messages[language], ...finding.doubts.map((doubt) => doubtText(doubt, language))].join('\n')),
    wrap(triage?.reason ?? ''),
    wrap(triage?.note ?? ''),
    finding.rule,
    finding.standards.map(nameStandard).join(', '),
    result.key,
  ];
}

function figureRows(result: Result, number: number, first: number, figures: Figures, language: Language): Cell[][] {
  const { finding } = result;
  const say = paperWords[language];
  const relation = relationOf(finding, figures);
  const operands = relation === null ? [] : operandsOf(relation);
  const shown = relation === null ? finding.evidence.slice(0, MOST_PLACES) : finding.evidence;
  const line: Line = (label, rest) => [{ value: number, look: 'quiet' }, null, null, label, ...rest];
  const rows = shown.map(({ label, period, page, raw, factId, unit, role }, i) => {
    const fact = factId === null ? undefined : figures.facts.get(factId);
    const factor = operands.find(({ evidence }) => evidence === i)?.factor ?? 1;
    const value = fact ? printedNumber(fact.number) : null;
    return line(label, [period, page, raw, value, factor === 1 ? null : factor, fact?.unitRaw ?? unit, role]);
  });
  if (relation !== null) {
    const firstResult = first + rows.length;
    const placing = {
      number: NUMBER,
      factor: FACTOR,
      rowOf: (evidence: number) => first + evidence,
      firstResult,
    };
    for (const { label, cell } of resultLines(relation, placing))
      rows.push(line({ value: say.results[label], look: 'strong' }, [null, null, null, cell]));
  }
  const allowed = finding.working.find(({ role }) => role === 'allowed');
  if (allowed) rows.push(line(say.allowed, [null, null, allowed.value]));
  return rows;
}

/** A line below a finding: its label and what follows it. */
type Line = (label: Cell, rest: Cell[]) => Cell[];

function operandsOf(relation: Relation): Operand[] {
  switch (relation.kind) {
    case 'sum':
      return [...relation.parts, ...(relation.total === null ? [] : [relation.total])];
    case 'quotient':
      return [relation.ratio, relation.numerator, relation.denominator];
    case 'spread':
      return relation.values;
    case 'change':
      return [relation.before, relation.after];
    case 'rest':
      return [relation.part, relation.whole];
  }
}
