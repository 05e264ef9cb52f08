import * as v from 'valibot';
import type { Evidence, Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import { nameMetric, unreadDoubts } from '../describe.ts';
import { factEvidence, makeFinding, SURE_METRIC_SCORE } from '../finding.ts';
import { formatPages, sameInBoth } from '../format.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { listPassages, quotePassage } from '../passages.ts';
import type { Passage } from '../passages.ts';
import { compilePhrases } from '../phrases.ts';

const phrases = v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1));

const parameters = v.strictObject({
  kind: v.literal('present'),
  /** Metrics whose publication asks for the statement; any of them will do. */
  when: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
  /** Phrases that ask for the statement as well: all reports in which one of them stands. */
  mentioned: v.optional(phrases),
  /** Phrases of which one shows that the statement is there. */
  words: phrases,
});
type Parameters = v.InferOutput<typeof parameters>;

/** What the published figures call for is said somewhere: the boundary, the period, the method. */
export const present: CheckKind<Parameters> = {
  kind: 'present',
  parameters,
  placeholders: {
    pass: ['asked', 'quote', 'pages'],
    fail: ['asked', 'pages'],
    cannotTell: ['asked', 'pages'],
  },
  listMetrics: ({ when }) => when ?? [],
  run(rule, p, context) {
    const passages = listPassages(context.reading);
    const asked = findOccasion(p, passages, context);
    if (asked === null) return [];
    const found = findPhrase(passages, p.words);
    const base = { asked: asked.name, pages: formatPages([asked.evidence.page]) };
    if (found !== null) {
      return [
        makeFinding(rule, {
          outcome: 'pass',
          severity: rule.severity,
          identity: ['statement'],
          values: { ...base, quote: sameInBoth(`“${found.raw}”`), pages: formatPages([found.page]) },
          evidence: [found],
        }),
      ];
    }
    return [tellMissing(rule, base, asked.evidence, passages, context)];
  },
};

/** What calls for the statement, and where it stands. */
interface Occasion {
  name: Finding['title'];
  evidence: Evidence;
}

function findOccasion(p: Parameters, passages: readonly Passage[], context: CheckContext): Occasion | null {
  if (p.when !== undefined) {
    const figure = context.index.all.find(
      ({ fact }) => fact.metric !== null && p.when!.includes(fact.metric) && fact.metricScore >= SURE_METRIC_SCORE,
    );
    if (figure === undefined) return null;
    const name = nameMetric(figure.fact.metric!, context);
    return {
      name: { en: `publishes ${name.en}`, zh: `披露了${name.zh}` },
      evidence: factEvidence(figure.fact, 'value'),
    };
  }
  const mention = p.mentioned === undefined ? null : findPhrase(passages, p.mentioned);
  if (mention === null) return null;
  return { name: { en: `speaks of “${mention.raw}”`, zh: `提及“${mention.raw}”` }, evidence: mention };
}

/** Passages → the first of the phrases that stands in one, white space and case aside. */
function findPhrase(passages: readonly Passage[], wanted: readonly string[]): Evidence | null {
  const pattern = compilePhrases(wanted, 'start');
  for (const passage of passages) {
    const [match] = passage.text.matchAll(pattern);
    if (match !== undefined) return quotePassage(passage, 'statement', match.index, match.index + match[0].length);
  }
  return null;
}

/** With less running text to a figure than this, in characters, a file is a sheet of data whose statements stand in the report that it belongs to. */
const LEAST_TEXT_PER_FIGURE = 40;

/** Not found is not the same as not said: where pages could not be read, or the file is a mere sheet of data, nothing is concluded. */
function tellMissing(
  rule: Rule,
  values: { asked: Finding['title']; pages: Finding['title'] },
  evidence: Evidence,
  passages: readonly Passage[],
  context: CheckContext,
): Finding {
  const written = passages.filter(({ kind }) => kind !== 'cell').reduce((length, { text }) => length + text.length, 0);
  const isSheet = written < context.reading.facts.length * LEAST_TEXT_PER_FIGURE;
  const doubts = unreadDoubts(context);
  if (isSheet) doubts.push('The file is a sheet of data; what is missing may stand in the report that it belongs to.');
  return makeFinding(rule, {
    outcome: doubts.length > 0 ? 'cannotTell' : 'fail',
    severity: doubts.length > 0 ? 'info' : rule.severity,
    identity: ['statement'],
    values,
    evidence: [evidence],
    doubts,
  });
}
