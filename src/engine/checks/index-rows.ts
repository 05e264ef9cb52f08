import * as v from 'valibot';
import type { IndexEntry } from '../../model/fact.ts';
import type { Finding } from '../../model/finding.ts';
import type { Message, Requirement, Rule, Severity, Standard } from '../../model/rule.ts';
import { nameTopicPlace, findTopicPlaces } from '../topic-places.ts';
import { unreadDoubts } from '../describe.ts';
import { distinctRows, entriesOf, rowEvidence, rowsFor } from '../standards/judge.ts';
import { makeFinding, milder } from '../finding.ts';
import { formatPages } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';

const parameters = v.strictObject({
  kind: v.literal('index'),
  standard: v.string(),
  /** What a single code is called before its number. */
  codeName: v.strictObject({ en: v.string(), zh: v.string() }),
  /** Names by which a report says that it follows the standard. */
  named: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
});
type Parameters = v.InferOutput<typeof parameters>;

/** An index in which fewer than this share of the topics stand was read badly or is no full index: its gaps prove nothing. */
const LEAST_TOPICS_OF_AN_INDEX = 1 / 3;

/** Every topic of a standard has a row in the report's content index. */
export const indexRows: CheckKind<Parameters> = {
  kind: 'index',
  parameters,
  placeholders: {
    pass: ['standard', 'topic', 'codes', 'rows', 'pages'],
    fail: ['standard', 'topic', 'codes', 'level', 'place', 'pages'],
    cannotTell: ['standard', 'found'],
  },
  listMetrics: () => [],
  listStandards: ({ standard }) => [standard],
  run(rule, p, context) {
    const standard = context.standards.get(p.standard)!;
    const entries = entriesOf(standard, context.reading.index);
    const met = standard.requirements.filter((requirement) => rowsFor(requirement, entries).length > 0);
    if (met.length < standard.requirements.length * LEAST_TOPICS_OF_AN_INDEX) {
      return entries.length > 0 || isNamed(p.named, context)
        ? [tellNoIndex(rule, standard, met.length, entries, context)]
        : [];
    }
    return standard.requirements.map((requirement) => checkTopic(rule, p, standard, requirement, entries, context));
  },
};

function isNamed(names: readonly string[], context: CheckContext): boolean {
  const needles = names.map(plain);
  return context.reading.blocks.some((block) => {
    const text = plain(block.text);
    return needles.some((needle) => text.includes(needle));
  });
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function tellNoIndex(
  rule: Rule,
  standard: Standard,
  found: number,
  entries: readonly IndexEntry[],
  context: CheckContext,
): Finding {
  return makeFinding(rule, {
    outcome: 'cannotTell',
    severity: 'info',
    subject: standard.title,
    identity: [standard.id, 'index'],
    values: { standard: standard.title, found: String(found) },
    evidence: entries.slice(0, 1).map((entry) => rowEvidence(entry)),
    doubts: unreadDoubts(context),
  });
}

function checkTopic(
  rule: Rule,
  p: Parameters,
  standard: Standard,
  requirement: Requirement,
  entries: readonly IndexEntry[],
  context: CheckContext,
): Finding {
  const rows = rowsFor(requirement, entries);
  const identity = [standard.id, requirement.id, 'index row'];
  const base = { standard: standard.title, topic: requirement.title, codes: nameCodes(p.codeName, requirement.codes) };
  if (rows.length > 0) {
    const titles = [...new Set(rows.map(({ title, raw }) => (title === '' ? raw : title)))].map(
      (title) => `“${title}”`,
    );
    return makeFinding(rule, {
      outcome: 'pass',
      severity: rule.severity,
      subject: requirement.title,
      identity,
      values: {
        ...base,
        rows: { en: titles.join(', '), zh: titles.join('、') },
        pages: formatPages(rows.map(({ page }) => page)),
      },
      evidence: distinctRows(rows).map((entry) => rowEvidence(entry)),
    });
  }
  const places = findTopicPlaces(requirement, context);
  const neighbours = findNeighbours(requirement, entries);
  const unread = unreadDoubts(context);
  return makeFinding(rule, {
    outcome: 'fail',
    severity: unread.length > 0 ? milder(SEVERITY[requirement.level], 'info') : SEVERITY[requirement.level],
    subject: requirement.title,
    identity,
    values: {
      ...base,
      level: requirement.level === 'conditional' ? describeCondition(requirement) : LEVELS[requirement.level],
      place: nameTopicPlace(places),
      pages: formatPages(neighbours.map(({ page }) => page)),
    },
    expected: nameCodes(p.codeName, requirement.codes).en,
    evidence: [...neighbours.map((entry) => rowEvidence(entry, 'neighbouring row')), ...places],
    doubts: unread,
  });
}

/** A missing mandatory topic is a requirement unmet; the others ask whether they apply. */
const SEVERITY: Record<Requirement['level'], Severity> = {
  mandatory: 'warning',
  conditional: 'info',
  encouraged: 'info',
};

const LEVELS: Record<Requirement['level'], Message> = {
  mandatory: { en: 'which is to be disclosed or explained', zh: '属应当披露或说明的议题' },
  conditional: { en: 'which is to be disclosed if it applies', zh: '适用时应当披露' },
  encouraged: { en: 'which is encouraged', zh: '属鼓励披露的议题' },
};

function describeCondition({ condition }: Requirement): Message {
  const { en, zh } = LEVELS.conditional;
  return condition === null ? { en, zh } : { en: `${en} (${condition})`, zh };
}

/** Codes → `Article 36`, `Articles 21 to 28`; 第36条、第21至28条. */
function nameCodes(name: Message, codes: readonly string[]): Message {
  const [first, last] = [codes[0] ?? '', codes.at(-1) ?? ''];
  const zh = (text: string) => name.zh.replace('#', text);
  if (codes.length < 2) return { en: `${name.en} ${first}`, zh: zh(first) };
  return { en: `${name.en}s ${first} to ${last}`, zh: zh(`${first}至${last}`) };
}

/** Missing topic → the printed rows with the nearest codes before and after it: where its own row would stand. */
function findNeighbours(requirement: Requirement, entries: readonly IndexEntry[]): IndexEntry[] {
  const own = Number(requirement.codes[0]);
  if (Number.isNaN(own)) return [...entries.slice(0, 1)];
  const placed = entries.filter(({ code }) => /^\d+$/.test(code)).toSorted((a, b) => Number(a.code) - Number(b.code));
  const before = placed.findLast(({ code }) => Number(code) < own);
  const after = placed.find(({ code }) => Number(code) > own);
  return distinctRows([before, after].filter((entry) => entry !== undefined));
}
