import type { Claim } from '../model/fact.ts';
import type { CheckContext } from './kind.ts';
import type { Movement } from './movement.ts';

/** Words of a note that gives a reason for a change: a widened scope, another method, another factor. */
const REASON_WORDS =
  /attribut|due to|owing to|because|reporting scope|scope change|change in|inclusion of|restat|method|口径|所致|由于|因为|新增|纳入|重述|方法/i;

/** Words of a note that speak of a change at all. */
const CHANGE_WORDS =
  /increas|decreas|ris(?:e|en|ing)|f[ae]ll|grew|growth|chang|compared|上升|增加|增长|下降|减少|变化|变动|较/i;

/**
 * Movement and claim → one sentence for each page with a note that gives a reason for the change. A reason does not make the claim true, so
 * it lowers nothing; the reviewer should know it before asking.
 */
export function findExplanations({ before, after }: Movement, claim: Claim, context: CheckContext): string[] {
  const tables = new Set([before.fact.tableId, after.fact.tableId]);
  const pages = new Set([before.fact.page, after.fact.page, claim.page]);
  const notes = [
    ...context.reading.tables
      .filter((table) => tables.has(table.id))
      .flatMap((table) => table.notes.map((text) => ({ page: table.page, text }))),
    ...context.reading.blocks.filter((block) => block.kind === 'note' && pages.has(block.page)),
  ];
  const explaining = notes.filter(({ text }) => REASON_WORDS.test(text) && CHANGE_WORDS.test(text));
  return [...new Set(explaining.map(({ page }) => page))].map(
    (page) => `A note on page ${page} gives a reason for the change; it does not bear out the sentence.`,
  );
}
