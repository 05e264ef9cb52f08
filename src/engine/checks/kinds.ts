import type { CheckKind } from '../kind.ts';
import { change } from './change.ts';
import { equal } from './equal.ts';
import { implied } from './implied.ts';
import { indexRows } from './index-rows.ts';
import { ratio } from './ratio.ts';
import { shares } from './shares.ts';
import { sum } from './sum.ts';

/** Every kind of check that a rule file may name. The parameters of each are parsed by its own schema before it runs. */
export const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  ([sum, equal, shares, ratio, implied, change, indexRows] as CheckKind[]).map((kind) => [kind.kind, kind]),
);
