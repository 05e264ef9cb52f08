import * as v from 'valibot';
import type { Comparison } from '../comparison.ts';
import { compareFrequencies } from '../contradictions/frequencies.ts';
import { compareMagnitudes } from '../contradictions/magnitudes.ts';
import { compareStatements } from '../contradictions/statements.ts';
import { compareNames } from '../contradictions/two-names.ts';
import type { CheckContext, CheckKind } from '../kind.ts';
import { listPassages } from '../passages.ts';
import { reportComparison } from '../report-comparison.ts';

const phrases = v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1));

const parameters = v.variant('look', [
  v.strictObject({ kind: v.literal('contradiction'), look: v.picklist(['frequencies', 'magnitudes']) }),
  v.strictObject({
    kind: v.literal('contradiction'),
    look: v.literal('statements'),
    /** Phrases of which a report can use only those of one side. */
    opposites: v.pipe(v.array(v.strictObject({ these: phrases, those: phrases })), v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('contradiction'),
    look: v.literal('two names'),
    /** Names of things that are not one another. */
    names: v.pipe(v.array(phrases), v.minLength(1)),
  }),
]);
type Parameters = v.InferOutput<typeof parameters>;

/** What the report says in one place it does not say otherwise in another. */
export const contradiction: CheckKind<Parameters> = {
  kind: 'contradiction',
  parameters,
  placeholders: {
    pass: ['count'],
    fail: ['first', 'firstPlace', 'second', 'secondPlace'],
    cannotTell: ['count'],
  },
  listMetrics: () => [],
  run: (rule, p, context) => reportComparison(rule, compare(p, context), context),
};

function compare(p: Parameters, context: CheckContext): Comparison {
  switch (p.look) {
    case 'frequencies':
      return compareFrequencies(listPassages(context.reading));
    case 'magnitudes':
      return compareMagnitudes(context);
    case 'statements':
      return compareStatements(context, p.opposites);
    case 'two names':
      return compareNames(context, p.names);
  }
}
