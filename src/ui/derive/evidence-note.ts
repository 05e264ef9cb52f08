import type { Evidence, Finding } from '../../model/finding.ts';
import { say } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';

/** Characters. Longer quotations are cut: the line is a reminder, the detail has the words. */
const longestQuote = 44;

/** More quotations than this do not fit on a line. */
const mostQuotes = 3;

/** Words are quoted: `claimed “significantly reduced”`. */
export function quoted(value: string): string {
  return /^\p{L}/u.test(value) ? t.findings.quoted(value) : value;
}

function cut(words: string): string {
  return words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words;
}

const withRole = ({ evidence }: Finding, role: string): Evidence | undefined =>
  evidence.find((each) => each.role === role);

/** `43,310 > 39,190`. */
function subsetNote(finding: Finding): string | null {
  const [part, whole] = [withRole(finding, 'part'), withRole(finding, 'whole')];
  if (!part || !whole) return null;
  return `${part.raw} ${finding.outcome === 'fail' ? '>' : '≤'} ${whole.raw}`;
}

/** `11,528 → 14,930 → 966`, by period; null when a period is not known. */
function seriesNote({ evidence }: Finding): string | null {
  if (evidence.length < 2 || evidence.some(({ period }) => period === null)) return null;
  return evidence
    .toSorted((a, b) => a.period!.localeCompare(b.period!))
    .map(({ raw }) => raw)
    .join(' → ');
}

/** `“NEWater The” → “NEWater. The”`; without a correction, the words around it as the message quotes them. */
function textNote(finding: Finding): string | null {
  const { expected, actual } = finding;
  if (expected !== null && actual !== null && expected.length + actual.length <= 2 * longestQuote)
    return `${t.findings.quoted(actual)} → ${t.findings.quoted(expected)}`;
  return /“…[^”]+”|“[^”]+…”/.exec(say(finding.messages))?.[0] ?? null;
}

/** `“Quarterly surveys” on p. 9; 5 on p. 24`: what the report prints, without what the title says already. */
function quotesNote({ evidence, title }: Finding, roles?: readonly string[]): string | null {
  const told = say(title);
  const quotes = new Map<string, Evidence>();
  for (const each of evidence) {
    const raw = each.raw.trim();
    if (raw === '' || told.includes(raw) || (roles && !roles.includes(each.role))) continue;
    if (!quotes.has(raw)) quotes.set(raw, each);
  }
  const notes = [...quotes].slice(0, mostQuotes).map(([raw, { page }]) => t.findings.onPages(quoted(cut(raw)), [page]));
  return notes.length === 0 ? null : notes.join('; ');
}

const notes: Partial<Record<string, (finding: Finding) => string | null>> = {
  subset: subsetNote,
  jump: seriesNote,
  text: textNote,
  unit: quotesNote,
  rows: quotesNote,
  note: quotesNote,
  period: quotesNote,
  contents: quotesNote,
  contradiction: quotesNote,
  standard: (finding) => quotesNote(finding, ['index row']),
};

/**
 * The line of a finding that has no arithmetic, from what it rests on: the figures held against each other, the words, or
 * the rows; null when its message is the shorter way to say it, as with what passes or could not be told.
 */
export function evidenceNote(finding: Finding): string | null {
  if (finding.outcome !== 'fail' && finding.kind !== 'subset') return null;
  return notes[finding.kind]?.(finding) ?? null;
}
