import type { Claim, Fact } from '../model/fact.ts';
import type { Evidence, Finding, Outcome, WorkingLine } from '../model/finding.ts';
import type { Message, Rule, Severity } from '../model/rule.ts';
import { hashText } from './hash.ts';

/** What a kind of check found out, before the rule's words are put to it. */
export interface Draft {
  outcome: Outcome;
  /** The rule's own severity unless stepped down. */
  severity: Severity;
  /** What the finding is about, for its fingerprint: metrics, period, boundary, role. Never a page, a value or wording. */
  identity: readonly (string | null)[];
  /** Name of the metric or topic; the rule's own subject when left out. */
  subject?: Message;
  /** Period of the subject, if it has one. */
  period?: Message;
  /** Fillings for the placeholders of the rule's messages. */
  values: Record<string, Message | string>;
  evidence: Evidence[];
  /** Arithmetic with the constants that bring one unit to another, told after the message; empty when there are none. */
  arithmetic?: string;
  working?: WorkingLine[];
  expected?: string | null;
  actual?: string | null;
  doubts?: string[];
}

const STEPS: Record<Severity, Severity> = { error: 'warning', warning: 'info', info: 'info' };
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Severity → one level lower; info stays. */
export function stepDown(severity: Severity): Severity {
  return STEPS[severity];
}

/** The milder of two severities. */
export function milder(a: Severity, b: Severity): Severity {
  return RANK[a] >= RANK[b] ? a : b;
}

/** Orders severities, most serious first. */
export function compareSeverities(a: Severity, b: Severity): number {
  return RANK[a] - RANK[b];
}

/**
 * Rule and draft → finding in the rule's words.
 * @throws RangeError when a message names a placeholder that the kind did not fill (the loader refuses such a rule file).
 */
export function makeFinding(rule: Rule, draft: Draft): Finding {
  const template = draft.outcome === 'notApplicable' ? NOTHING_TO_CHECK : rule.messages[draft.outcome];
  const messages = addArithmetic(fillMessage(template, draft.values), draft.arithmetic ?? '');
  return {
    rule: rule.id,
    kind: rule.check.kind,
    outcome: draft.outcome,
    severity: draft.severity,
    title: titleOf(rule, draft),
    ruleTitle: rule.title,
    message: messages.en,
    messages,
    expected: draft.expected ?? null,
    actual: draft.actual ?? null,
    fingerprint: hashText([rule.id, ...draft.identity.map((part) => part ?? '')].join('\u001f')),
    evidence: draft.evidence,
    working: draft.working ?? [],
    standards: rule.standards,
    why: rule.why,
    doubts: [...new Set(draft.doubts ?? [])],
  };
}

/** Rule and draft → what a list of findings calls it: `Total emissions 2024`, and when it fails what is wrong with it. */
function titleOf(rule: Rule, { subject = rule.subject, period, outcome }: Draft): Message {
  if (subject === undefined || outcome === 'notApplicable') return rule.title;
  const named: Message =
    period === undefined ? subject : { en: `${subject.en} ${period.en}`, zh: `${period.zh}${subject.zh}` };
  return fillMessage(outcome === 'fail' ? rule.headline : { en: '{subject}', zh: '{subject}' }, { subject: named });
}

function addArithmetic({ en, zh }: Message, arithmetic: string): Message {
  return arithmetic === '' ? { en, zh } : { en: `${en} ${arithmetic}.`, zh: `${zh}${arithmetic}。` };
}

const NOTHING_TO_CHECK: Message = {
  en: 'The report gives this rule nothing to check.',
  zh: '报告中没有可供本规则核对的内容。',
};

/** Rule → its one finding when the report gives it nothing to check. */
export function notApplicable(rule: Rule): Finding {
  return makeFinding(rule, {
    outcome: 'notApplicable',
    severity: 'info',
    identity: ['notApplicable'],
    values: {},
    evidence: [],
  });
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** Template → names of its placeholders. */
export function listPlaceholders(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

function fillMessage(template: Message, values: Draft['values']): Message {
  const fill = (language: 'en' | 'zh') =>
    upperFirst(
      template[language].replace(PLACEHOLDER, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`no value for {${name}}`);
        return typeof value === 'string' ? value : value[language];
      }),
    );
  return { en: fill('en'), zh: fill('zh') };
}

function upperFirst(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

/** Fact → evidence in a role. */
export function factEvidence(fact: Fact, role: string): Evidence {
  return {
    page: fact.page,
    box: fact.box,
    raw: fact.raw,
    role,
    factId: fact.id,
    label: fact.label,
    period: fact.period,
    unit: fact.unit,
  };
}

/** Claim → evidence; the whole clause is marked. */
export function claimEvidence(claim: Claim): Evidence {
  return {
    page: claim.page,
    box: claim.box,
    raw: claim.raw,
    role: 'claim',
    factId: null,
    label: claim.subject,
    period: claim.period,
    unit: claim.unit,
  };
}

/** A metric name reads surely from this score on (1 is the vocabulary's own name); below it a finding steps down. */
export const SURE_METRIC_SCORE = 0.85;

/** Severity and facts → milder when their reading is doubted; only worth a look when a label may name something else. */
export function stepForReading(severity: Severity, facts: readonly Fact[]): Severity {
  if (facts.some((fact) => fact.metric !== null && fact.metricScore < SURE_METRIC_SCORE)) return 'info';
  return facts.some((fact) => fact.doubts.length > 0) ? stepDown(severity) : severity;
}

/** Facts → why their reading is unsure, one sentence each; empty when it is sure. */
export function readingDoubts(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => [
    ...fact.doubts.map((doubt) => `“${fact.raw}” (page ${fact.page}): ${doubt}`),
    ...(fact.metric !== null && fact.metricScore < SURE_METRIC_SCORE
      ? [`“${fact.label}” (page ${fact.page}) may not be the figure that the rule means.`]
      : []),
  ]);
}
