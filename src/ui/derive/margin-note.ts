import type { Finding, WorkingLine } from '../../model/finding.ts';
import { say } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';
import { evidenceNote, quoted } from './evidence-note.ts';
import { ledgerOf } from './working.ts';

/** Kinds whose operands make a sum or a quotient, and those whose operands make a step from year to year. */
const added = new Set(['sum', 'shares', 'footing', 'ratio', 'quotient']);
const stepped = new Set(['change', 'growth']);

/** More operands or places than this do not fit on a line. */
const longestChain = 4;

/** Characters. A unit that is longer would fill the line; the detail has it. */
const longestUnit = 18;

/** An operand's label may begin with its own sign: `÷ Operating revenue`. */
const ownSign = /^[÷×−]/;

function withUnit(text: string, unit: string | null): string {
  return unit === null || unit.length > longestUnit ? text : t.findings.withUnit(text, unit);
}

/** `33.75`, when `37.35 t per million yuan` stands before it on the line. */
function withoutUnitOf(value: string, other: string): string {
  const unit = /^\S+( .+)$/.exec(other)?.[1];
  return unit !== undefined && value.endsWith(unit) ? value.slice(0, -unit.length) : value;
}

/** `274.02 + 11,490.61 = 11,764.63, printed 11,746.63`; null when there is no such sum, quotient or step. */
function chainNote(kind: string, lines: WorkingLine[]): string | null {
  const operands = lines.filter((line) => line.role === 'operand');
  const result = lines.find((line) => line.role === 'result')?.value;
  const printed = lines.find((line) => line.role === 'printed')?.value;
  if (!(added.has(kind) || stepped.has(kind)) || result === undefined || operands.length < 2) return null;
  const said = printed === undefined || printed === result ? null : withoutUnitOf(printed, result);
  if (stepped.has(kind)) {
    const step = `${operands.map((line) => line.value).join(' → ')}: ${result}`;
    if (said === null) return step;
    return kind === 'change' ? t.findings.claimed(step, quoted(said)) : t.findings.printed(step, said);
  }
  const left = operands.map(({ label, value }, index) =>
    index === 0 ? value : ` ${ownSign.exec(label)?.[0] ?? '+'} ${value}`,
  );
  const sum = `${operands.length > longestChain ? t.findings.parts(operands.length) : left.join('')} = ${result}`;
  return said === null ? sum : t.findings.printed(sum, said);
}

/** `14,145.71 on p. 3; 14,154.71 on p. 7, 9`, of many values the first and how many more; null when nothing is printed. */
function placesNote({ evidence }: Finding, lines: WorkingLine[]): string | null {
  const places = new Map<string, Set<number>>();
  for (const line of lines) {
    const page = line.role === 'printed' && line.evidence !== null ? evidence[line.evidence]?.page : undefined;
    if (page !== undefined) places.set(line.value, (places.get(line.value) ?? new Set()).add(page));
  }
  const notes = [...places].map(([value, pages]) =>
    t.findings.onPages(
      value,
      [...pages].sort((a, b) => a - b),
    ),
  );
  if (notes.length === 0) return null;
  if (notes.length <= longestChain) return notes.join('; ');
  const shown = notes.slice(0, longestChain - 1);
  return t.findings.andMore(shown.join('; '), notes.length - shown.length);
}

/** `Article 48 · topic on p. 6, 7`, or where the row stands: `Articles 21–28`. */
function indexNote({ outcome, expected, evidence }: Finding): string | null {
  const rows = evidence.filter((each) => each.role === 'index row').map((each) => each.raw);
  if (outcome === 'pass') return rows.length > 0 ? [...new Set(rows)].join(', ') : null;
  const topics = [...new Set(evidence.filter((each) => each.role === 'topic').map((each) => each.page))];
  if (expected === null) return null;
  return topics.length > 0 ? t.findings.topicOn(expected, topics) : expected;
}

/** The one line under a finding's title, as one would write it in the margin: its numbers; its message when it has none. */
export function marginNote(finding: Finding): string {
  const { unit, lines } = ledgerOf(finding);
  if (finding.kind === 'index') return indexNote(finding) ?? say(finding.messages);
  if (lines.length === 0) return evidenceNote(finding) ?? say(finding.messages);
  const chain = chainNote(finding.kind, lines);
  if (chain !== null) return withUnit(chain, unit);
  const places = finding.kind === 'equal' ? placesNote(finding, lines) : null;
  return places === null ? say(finding.messages) : withUnit(places, unit);
}

/** Pages that a finding's evidence stands on, each once, in the evidence's order. */
export function pagesOf(finding: Finding): number[] {
  return [...new Set(finding.evidence.map((evidence) => evidence.page))];
}
