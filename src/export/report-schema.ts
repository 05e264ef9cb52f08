import * as v from 'valibot';

// The JSON report, key by key. `public/crossfoot-report-1.schema.json` is made from this, and a test holds it against the
// types of `src/model`: a key added there and not here stops the type check.

const box = v.strictTuple([v.number(), v.number(), v.number(), v.number()]);
const text = v.string();
const maybeText = v.nullable(v.string());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const page = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const decimal = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/));
const place = { page, box };

const message = v.strictObject({ en: text, zh: text });
const qualifier = v.nullable(v.picklist(['over', 'atLeast', 'under', 'atMost', 'about']));
const provenance = v.nullable(v.strictObject({ from: text, text }));

const documentInfo = v.strictObject({
  name: text,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: count,
  pages: count,
  languages: v.array(text),
  unreadPages: v.array(page),
  partial: v.exactOptional(
    v.array(
      v.strictObject({
        limit: v.picklist(['too-slow', 'too-complex', 'not-reached', 'too-many-pages']),
        pages: v.array(v.strictTuple([page, page])),
        sentence: text,
      }),
    ),
  ),
  pageSizes: v.array(v.strictTuple([v.number(), v.number()])),
  pageLabels: v.array(maybeText),
  outline: v.array(v.strictObject({ title: text, page: v.nullable(page), level: count })),
  reportYear: maybeText,
});

const block = v.strictObject({
  id: text,
  ...place,
  kind: v.picklist(['heading', 'paragraph', 'note', 'furniture']),
  level: count,
  text,
  column: v.pipe(v.number(), v.integer(), v.minValue(-1)),
});

const cell = v.strictObject({
  row: count,
  col: count,
  rowSpan: count,
  colSpan: count,
  text,
  box,
  header: v.boolean(),
  marks: v.array(text),
});

const table = v.strictObject({
  id: text,
  ...place,
  caption: maybeText,
  headings: v.array(text),
  continues: maybeText,
  rows: count,
  cols: count,
  cells: v.array(cell),
  notes: v.array(text),
  method: v.picklist(['ruled', 'partly-ruled', 'aligned']),
  confidence: share,
});

const readFields = {
  number: decimal,
  qualifier,
  upper: v.nullable(decimal),
  label: text,
  period: maybeText,
  unit: maybeText,
  unitRaw: maybeText,
  scale: decimal,
  metric: maybeText,
};

const isoTime = v.pipe(v.string(), v.isoTimestamp());

const fact = v.strictObject({
  id: text,
  ...place,
  raw: text,
  number: decimal,
  qualifier,
  upper: v.nullable(decimal),
  label: text,
  period: maybeText,
  unit: maybeText,
  scale: decimal,
  unitRaw: maybeText,
  metric: maybeText,
  metricScore: share,
  boundary: maybeText,
  source: v.picklist(['table', 'text']),
  tableId: maybeText,
  row: v.nullable(count),
  col: v.nullable(count),
  context: v.array(text),
  provenance: v.strictObject({ label: provenance, period: provenance, unit: provenance }),
  doubts: v.array(text),
  corrected: v.exactOptional(v.strictObject({ at: isoTime, was: v.partial(v.strictObject(readFields)) })),
});

/** A reviewer's correction, by the meaning of its figure: what `--corrections` reads. */
export const correction = v.strictObject({
  id: text,
  figure: v.strictObject({
    source: v.picklist(['table', 'text']),
    place: v.array(text),
    label: text,
    column: text,
    period: maybeText,
    metric: maybeText,
    boundary: maybeText,
    unit: maybeText,
    raw: text,
    nth: count,
    of: count,
  }),
  fields: v.strictObject({
    number: v.exactOptional(v.strictObject({ number: decimal, qualifier, upper: v.nullable(decimal) })),
    label: v.exactOptional(text),
    unit: v.exactOptional(v.strictObject({ unit: maybeText, scale: decimal, raw: maybeText })),
    period: v.exactOptional(maybeText),
    metric: v.exactOptional(maybeText),
    isFigure: v.exactOptional(v.literal(false)),
  }),
  changed: isoTime,
});

const correctionResult = v.strictObject({
  correction,
  was: v.nullable(fact),
  unapplied: v.nullable(v.picklist(['missing', 'ambiguous', 'changed'])),
});

const claim = v.strictObject({
  id: text,
  ...place,
  raw: text,
  subject: text,
  metric: maybeText,
  metricScore: share,
  direction: v.picklist(['up', 'down', 'flat']),
  magnitude: v.nullable(decimal),
  magnitudeRaw: maybeText,
  magnitudeKind: v.nullable(v.picklist(['percent', 'points', 'absolute', 'times'])),
  qualifier,
  unit: maybeText,
  scale: decimal,
  strength: v.nullable(v.picklist(['strong', 'weak'])),
  period: maybeText,
  against: maybeText,
  magnitudeBox: v.nullable(box),
  doubts: v.array(text),
});

const indexRow = v.strictObject({ box, location: text, title: text, raw: text });

const indexedCode = v.pipe(
  v.strictObject({
    ...place,
    standard: text,
    code: text,
    location: text,
    title: text,
    raw: text,
    rows: v.pipe(v.array(indexRow), v.minLength(1)),
  }),
  v.description(
    'A code of the content index, once for each page that lists it: location joins what its rows say, box, title and raw are those of the first.',
  ),
);

const evidence = v.strictObject({
  ...place,
  raw: text,
  role: text,
  factId: maybeText,
  label: text,
  period: maybeText,
  unit: maybeText,
});

const workingLine = v.strictObject({
  label: text,
  value: text,
  role: v.picklist(['operand', 'result', 'printed', 'difference', 'allowed']),
  evidence: v.nullable(count),
});

const finding = v.strictObject({
  rule: text,
  kind: text,
  outcome: v.picklist(['pass', 'fail', 'cannotTell', 'notApplicable']),
  severity: v.picklist(['error', 'warning', 'info']),
  title: message,
  ruleTitle: message,
  message: text,
  messages: message,
  expected: maybeText,
  actual: maybeText,
  fingerprint: text,
  evidence: v.array(evidence),
  working: v.array(workingLine),
  standards: v.array(text),
  why: message,
  doubts: v.array(text),
});

const matrixRow = v.strictObject({
  requirement: text,
  title: message,
  codes: v.array(text),
  level: v.picklist(['mandatory', 'conditional', 'encouraged']),
  state: v.picklist(['met', 'partly', 'missing', 'omitted', 'notApplicable', 'cannotTell']),
  reason: message,
  asked: v.nullable(message),
  misplaced: v.exactOptional(v.literal(true)),
  rows: v.array(v.strictObject({ evidence, location: text })),
  evidence: v.array(evidence),
});

const standardMatrix = v.strictObject({
  standard: text,
  title: message,
  effective: v.pipe(v.string(), v.isoDate()),
  mode: v.nullable(v.picklist(['in accordance', 'with reference'])),
  rows: v.array(matrixRow),
});

const triage = v.strictObject({
  fingerprint: text,
  state: v.picklist(['open', 'confirmed', 'dismissed', 'fixed']),
  reason: v.exactOptional(text),
  note: v.exactOptional(text),
  changed: isoTime,
});

/** The format `crossfoot-report/1`, strict: a key that is not named here is an error. */
export const reportSchema = v.strictObject({
  format: v.literal('crossfoot-report/1'),
  document: documentInfo,
  blocks: v.array(block),
  tables: v.array(table),
  facts: v.array(fact),
  claims: v.array(claim),
  index: v.array(indexedCode),
  corrections: v.exactOptional(v.array(correctionResult)),
  findings: v.array(finding),
  standards: v.exactOptional(v.array(standardMatrix)),
  coverage: v.strictObject({ numbers: count, understood: count, checked: count }),
  timings: v.strictObject({ read: count, layout: count, extract: count, check: count, total: count }),
  rulePack: v.strictObject({ version: text, rules: count, off: v.exactOptional(v.array(text)) }),
  triage: v.exactOptional(v.array(triage)),
});
