import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const texts = v.array(text);
/** Ids are file names and keys: small letters, digits, dots and hyphens. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]*$/, 'an id has small letters, digits, dots, hyphens'));
const decimal = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'a decimal in quotes, such as "0.001"'));

const message = v.strictObject({ en: text, zh: text });

const printed = v.union([v.string(), v.array(v.string())]);
const example = v.strictObject({
  name: v.optional(text),
  facts: v.optional(v.record(text, v.union([v.string(), v.array(v.string()), v.record(text, printed)]))),
  text: v.optional(texts),
  table: v.optional(v.array(v.array(v.string()))),
  pages: v.optional(v.array(texts)),
  index: v.optional(texts),
  expect: v.picklist(['pass', 'fail', 'cannotTell', 'notApplicable']),
});

/** A file under `rules/checks`. `check` is read by the schema of its kind. */
export const ruleSchema = v.strictObject({
  id,
  title: message,
  subject: v.optional(message),
  headline: message,
  severity: v.picklist(['error', 'warning', 'info']),
  standards: v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+:\S.*$/, 'a reference such as sse14:24 or gri:305-1'))),
  check: v.looseObject({ kind: text }),
  messages: v.strictObject({ pass: message, fail: message, cannotTell: message }),
  why: message,
  examples: v.pipe(v.array(example), v.minLength(1)),
});

/** An entry of a file under `rules/metrics`. */
export const metricSchema = v.strictObject({
  id,
  group: text,
  dimension: text,
  better: v.nullable(v.picklist(['up', 'down'])),
  units: texts,
  en: texts,
  zh: texts,
  exclude: v.optional(texts, []),
});

/** A file under `rules/standards`. */
export const standardSchema = v.strictObject({
  id,
  family: text,
  title: message,
  effective: v.pipe(v.string(), v.isoDate()),
  source: text,
  twins: v.optional(texts, []),
  names: v.optional(texts, []),
  obsolete: v.optional(
    v.array(
      v.strictObject({
        codes: v.pipe(texts, v.minLength(1)),
        edition: text,
        insteadOf: text,
        until: v.pipe(v.string(), v.isoDate()),
        source: text,
      }),
    ),
    [],
  ),
  reused: v.optional(
    v.array(
      v.strictObject({
        edition: text,
        insteadOf: text,
        until: v.pipe(v.string(), v.isoDate()),
        source: text,
        meanings: v.pipe(
          v.array(v.strictObject({ code: text, title: message, signs: v.optional(texts, []) })),
          v.minLength(1),
        ),
      }),
    ),
    [],
  ),
  vocabulary: v.optional(
    v.array(v.strictObject({ codes: v.pipe(texts, v.minLength(1)), words: v.pipe(texts, v.minLength(1)) })),
    [],
  ),
  others: v.optional(texts, []),
  requirements: v.pipe(
    v.array(
      v.strictObject({
        id,
        title: message,
        aliases: texts,
        codes: v.pipe(v.array(text), v.minLength(1)),
        level: v.picklist(['mandatory', 'conditional', 'encouraged']),
        condition: v.nullable(text),
        metrics: texts,
        figures: v.optional(
          v.array(v.strictObject({ metrics: v.pipe(texts, v.minLength(1)), words: v.pipe(texts, v.minLength(1)) })),
          [],
        ),
        signs: v.optional(texts, []),
      }),
    ),
    v.minLength(1),
  ),
});

/** An entry of the other files under `rules/factors`: what stands between two figures, and where it was published. */
export const factorSchema = v.pipe(
  v.strictObject({
    id,
    name: text,
    /** Unit of the figure that is multiplied. */
    per: text,
    /** Base units of the result to one `per`; or the range that is plausible. */
    factor: v.optional(decimal),
    low: v.optional(decimal),
    high: v.optional(decimal),
    source: text,
    year: text,
  }),
  v.check(
    ({ factor, low, high }) => (factor === undefined) === (low !== undefined && high !== undefined),
    'a factor, or low and high',
  ),
);

/** An entry of `rules/factors/units.yaml`. */
export const unitSchema = v.strictObject({
  id: text,
  dimension: text,
  factor: decimal,
  names: v.pipe(texts, v.minLength(1)),
});
