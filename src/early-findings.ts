import { CheckRun } from './engine/check-run.ts';
import { extract } from './extract/extract.ts';
import { findEntityNames } from './extract/entity-names.ts';
import { setAsideIllegible } from './extract/legible.ts';
import { findReportYear } from './extract/periods.ts';
import { settleReportYear } from './extract/report-year.ts';
import { buildVocabulary } from './extract/vocabulary.ts';
import { layOut } from './layout/lay-out.ts';
import { turnBack, turnUpright } from './layout/turned.ts';
import type { Finding } from './model/finding.ts';
import type { Page } from './model/page.ts';
import type { Reading } from './model/report.ts';
import type { RulePack } from './model/rule.ts';

/** Kinds of checks that need no more than a table, a sentence or a page. */
const LOCAL_KINDS: ReadonlySet<string> = new Set(['footing', 'growth', 'quotient', 'rows', 'text', 'unit']);
/** Pages read together: enough to know running heads, and few enough for the first results to come soon. */
const STRETCH = 8;
/** Share of the time until now that may be spent on seeing something early: all of it is done once more in the end. */
const MOST_SPENT = 0.25;

/**
 * What can be told of a report before all of it has been read: pages in stretches, each for itself, as they come. Only errors and warnings, and
 * only such as the rest of the report can hardly change; what stands on the first or last page of a stretch may belong to a table that goes on,
 * and waits for the end. The end decides: these findings are shown while the user waits and are part of no result.
 */
export class EarlyFindings {
  readonly #name: string;
  readonly #pack: RulePack;
  readonly #local: RulePack;
  readonly #onFindings: (findings: Finding[]) => void;
  readonly #begun = performance.now();
  readonly #waiting = new Map<number, Page>();
  readonly #told = new Set<string>();
  #next = 1;
  #spent = 0;

  /** @param name the file's, as a hint to the report's year */
  constructor(name: string, pack: RulePack, onFindings: (findings: Finding[]) => void) {
    this.#name = name;
    this.#pack = pack;
    this.#local = { ...pack, rules: pack.rules.filter(({ check }) => LOCAL_KINDS.has(check.kind)) };
    this.#onFindings = onFindings;
  }

  /** Takes a page, in any order; once a stretch is whole and there is time for it, tells what it finds there. */
  take(page: Page): void {
    this.#waiting.set(page.number, page);
    const stretch = Array.from({ length: STRETCH }, (_, i) => this.#waiting.get(this.#next + i));
    if (!stretch.every((each) => each !== undefined)) return;
    const start = performance.now();
    if (this.#next > 1 && this.#spent > (start - this.#begun) * MOST_SPENT) return;
    for (const { number } of stretch) this.#waiting.delete(number);
    const findings = this.#check(stretch).filter((finding) => this.#isNew(finding));
    this.#next += STRETCH;
    this.#spent += performance.now() - start;
    if (findings.length > 0) this.#onFindings(findings);
  }

  #check(pages: readonly Page[]): Finding[] {
    const reading = readStretch(pages, this.#name, this.#pack);
    const [first, last] = [pages[0]!.number, pages.at(-1)!.number];
    const mayGoOn = (page: number): boolean => (page === first && first > 1) || page === last;
    return new CheckRun(reading, this.#local)
      .check(reading.facts)
      .findings.filter(
        ({ outcome, severity, doubts, evidence }) =>
          outcome === 'fail' &&
          severity !== 'info' &&
          doubts.length === 0 &&
          evidence.length > 0 &&
          !evidence.some(({ page }) => mayGoOn(page)),
      );
  }

  #isNew({ rule, fingerprint, evidence }: Finding): boolean {
    const key = `${rule} ${fingerprint} ${evidence[0]!.page}`;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }
}

/** Some pages → their reading, as of a report of no more. */
function readStretch(pages: readonly Page[], name: string, pack: RulePack): Reading {
  const upright = turnUpright(pages);
  const layout = layOut(upright.pages);
  const { blocks, tables } = setAsideIllegible(layout.blocks, layout.tables);
  const texts = blocks.map(({ text }) => text);
  const year = settleReportYear(findReportYear(texts, name), tables);
  const entity = findEntityNames(texts, name);
  const document: Reading['document'] = {
    name,
    sha256: '',
    bytes: 0,
    pages: pages.at(-1)!.number,
    languages: [],
    unreadPages: [],
    pageSizes: [],
    pageLabels: [],
    outline: [],
    reportYear: year,
  };
  const read = { blocks, tables, ...extract(blocks, tables, buildVocabulary(pack), { year, entity }) };
  turnBack(read, upright.turns);
  return { document, ...read };
}
