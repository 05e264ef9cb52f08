import { EarlyFindings } from './early-findings.ts';
import { CheckRun } from './engine/check-run.ts';
import { extract } from './extract/extract.ts';
import { findEntityNames } from './extract/entity-names.ts';
import { findLanguages } from './extract/languages.ts';
import { findReportYear } from './extract/periods.ts';
import { settleReportYear } from './extract/report-year.ts';
import { buildVocabulary } from './extract/vocabulary.ts';
import { setAsideIllegible } from './extract/legible.ts';
import { layOut } from './layout/lay-out.ts';
import { turnBack, turnUpright } from './layout/turned.ts';
import { CheckError } from './model/check-error.ts';
import type { Finding } from './model/finding.ts';
import type { DocumentInfo, Progress, Reading, Report } from './model/report.ts';
import type { RulePack } from './model/rule.ts';
import type { Block } from './model/table.ts';
import type { Open, PdfAssets } from './read/open-pdf.ts';
import { describePartial } from './read/partial.ts';
import { readPages } from './read/read-pages.ts';
import { Review } from './review.ts';

export interface CheckOptions {
  /** The file's name, for the result and as a hint to the report's year. */
  name: string;
  rulePack: RulePack;
  /** Where pdf.js finds its CMaps, standard fonts and wasm. */
  assets: PdfAssets;
  password?: string;
  /** Opens the PDF: in this thread (the default) or with workers that read its pages side by side. */
  open?: Open;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Is told what can be told of the pages read so far, while the others are read; the result decides. */
  onFindings?: (findings: Finding[]) => void;
  /** Is handed what is needed to check the reading again after corrections. */
  onChecked?: (review: Review) => void;
}

/**
 * The whole road: PDF bytes → pages → blocks and tables → facts, claims and index entries → findings.
 * @throws CheckError with a sentence for the user when the file cannot be checked.
 */
export async function checkReport(bytes: Uint8Array, options: CheckOptions): Promise<Report> {
  const clock = startClock();
  options.onProgress?.({ stage: 'open', done: 0, total: 1 });
  const sha256 = await hash(bytes);
  // Loaded only when used: a browser's check worker leaves pdf.js to its readers.
  const open = options.open ?? (await import('./read/open-pdf.ts')).openPdf;
  const opening = open(bytes, options.assets, options.password);
  // While other threads open the file, if there are any.
  const vocabulary = buildVocabulary(options.rulePack);
  const pdf = await opening;
  const early = options.onFindings && new EarlyFindings(options.name, options.rulePack, options.onFindings);
  const pages = await readPages(pdf, {
    ...(options.signal ? { signal: options.signal } : {}),
    onPage: (done, total, page) => {
      options.onProgress?.({ stage: 'read', done, total });
      if (done < total) early?.take(page);
    },
  }).finally(() => pdf.close());
  clock.lap('read');

  report(options, 'layout', pages.length);
  const upright = turnUpright(pages);
  const layout = layOut(upright.pages);
  const { blocks, tables } = setAsideIllegible(layout.blocks, layout.tables);
  clock.lap('layout');

  report(options, 'extract', pages.length);
  const reportYear = settleReportYear(findReportYear(openingTexts(blocks), options.name), tables);
  const entity = findEntityNames(openingTexts(blocks), options.name);
  const { facts, claims, index } = extract(blocks, tables, vocabulary, {
    year: reportYear,
    entity,
  });
  turnBack({ blocks, tables, facts, claims, index }, upright.turns);
  const partial = describePartial(pages, pdf.pageCount);
  const document: DocumentInfo = {
    name: options.name,
    sha256,
    bytes: bytes.length,
    pages: pages.length,
    languages: findLanguages(blocks, tables),
    unreadPages: pages.filter((p) => p.unread !== null && p.unread !== 'empty').map((p) => p.number),
    ...(partial.length > 0 ? { partial } : {}),
    pageSizes: pages.map((p) => [p.width, p.height]),
    pageLabels: pages.map((p, i) => p.label ?? layout.printedNumbers[i] ?? null),
    outline: pdf.outline,
    reportYear,
  };
  const reading: Reading = { document, blocks, tables, facts, claims, index };
  clock.lap('extract');

  const run = new CheckRun(reading, options.rulePack);
  const checked = run.check(reading.facts, {
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (done, total) => options.onProgress?.({ stage: 'check', done, total }),
  });
  const { findings, coverage, standards } = checked;
  options.onChecked?.(new Review(reading, run, checked));
  clock.lap('check');

  const { rulePack } = options;
  return {
    format: 'crossfoot-report/1',
    ...reading,
    findings,
    coverage,
    standards,
    timings: clock.timings(),
    rulePack: { version: rulePack.version, rules: rulePack.rules.length },
  };
}

/** Pages at the front, running heads included, where a report says which year it is about. */
const OPENING_PAGES = 8;

const openingTexts = (blocks: readonly Block[]): string[] =>
  blocks.filter((b) => b.page <= OPENING_PAGES || b.kind === 'furniture').map((b) => b.text);

function report(options: CheckOptions, stage: Progress['stage'], pages: number): void {
  if (options.signal?.aborted) throw new CheckError('aborted', 'The check was cancelled.');
  options.onProgress?.({ stage, done: 0, total: pages });
}

async function hash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** Times the stages, in whole milliseconds. */
function startClock(): { lap(stage: 'read' | 'layout' | 'extract' | 'check'): void; timings(): Report['timings'] } {
  const begun = performance.now();
  let last = begun;
  const laps = { read: 0, layout: 0, extract: 0, check: 0 };
  return {
    lap: (stage) => {
      const now = performance.now();
      laps[stage] = Math.round(now - last);
      last = now;
    },
    timings: () => ({ ...laps, total: Math.round(last - begun) }),
  };
}
