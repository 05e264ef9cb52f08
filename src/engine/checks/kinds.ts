import type { CheckKind } from '../kind.ts';
import { change } from './change.ts';
import { equal } from './equal.ts';
import { footing } from './footing.ts';
import { growth } from './growth.ts';
import { subset } from './subset.ts';
import { jump } from './jump.ts';
import { implied } from './implied.ts';
import { indexRows } from './index-rows.ts';
import { quotient } from './quotient.ts';
import { ratio } from './ratio.ts';
import { rows } from './rows.ts';
import { shares } from './shares.ts';
import { text } from './text.ts';
import { unit } from './unit.ts';
import { contents } from './contents.ts';
import { note } from './note.ts';
import { period } from './period.ts';
import { present } from './present.ts';
import { contradiction } from './contradiction.ts';
import { convert } from './convert.ts';
import { standardKept } from './standard.ts';
import { sum } from './sum.ts';

/** Every kind of check that a rule file may name. The parameters of each are parsed by its own schema before it runs. */
export const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  (
    [
      sum,
      equal,
      shares,
      ratio,
      quotient,
      implied,
      change,
      growth,
      indexRows,
      standardKept,
      text,
      unit,
      footing,
      contents,
      period,
      subset,
      jump,
      present,
      convert,
      rows,
      note,
      contradiction,
    ] as CheckKind[]
  ).map((kind) => [kind.kind, kind]),
);
