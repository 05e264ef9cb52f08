import type { Fact } from '../model/fact.ts';
import type { Report } from '../model/report.ts';
import { listRequirements } from './requirements.ts';
import type { RequirementLine } from './requirements.ts';
import type { Language } from './words.ts';

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets run a cell that begins so as a formula, and Excel takes a tab or return before it away. */
const FORMULA = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A plain decimal may begin with its minus sign. */
const DECIMAL = /^-?\d+(\.\d+)?$/;

type Value = string | number | null;

/**
 * Head and rows → CSV by RFC 4180: lines end in CRLF, fields with commas, quotes or breaks are quoted. Text that a
 * spreadsheet would run as a formula is led by an apostrophe.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly Value[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => row.map(toField).join(',') + '\r\n').join('');
}

function toField(value: Value): string {
  const text = value === null ? '' : String(value);
  const safe = FORMULA.test(text) && !DECIMAL.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const figureColumns: [name: string, read: (fact: Fact) => Value][] = [
  ['id', (fact) => fact.id],
  ['page', (fact) => fact.page],
  ['label', (fact) => fact.label],
  ['context', (fact) => fact.context.join(' › ')],
  ['period', (fact) => fact.period],
  ['printed', (fact) => fact.raw],
  ['number', (fact) => fact.number],
  ['upper', (fact) => fact.upper],
  ['qualifier', (fact) => fact.qualifier],
  ['printed unit', (fact) => fact.unitRaw],
  ['unit', (fact) => fact.unit],
  ['scale', (fact) => fact.scale],
  ['metric', (fact) => fact.metric],
  ['metric score', (fact) => fact.metricScore],
  ['boundary', (fact) => fact.boundary],
  ['source', (fact) => fact.source],
  ['table', (fact) => fact.tableId],
  ['doubts', (fact) => fact.doubts.join(' ')],
  ['corrected', (fact) => (fact.corrected ? Object.keys(fact.corrected.was).join(' ') : null)],
  ['number as read', (fact) => fact.corrected?.was.number ?? null],
];

/** Every figure with its meaning, one a line. `number` times `scale` is in `unit`. */
export function figuresCsv(report: Report): string {
  return toCsv(
    figureColumns.map(([name]) => name),
    report.facts.map((fact) => figureColumns.map(([, read]) => read(fact))),
  );
}

/** Every code of the content index, one a line. */
export function indexCsv(report: Report): string {
  return toCsv(
    ['page', 'standard', 'code', 'title', 'location', 'printed'],
    report.index.map(({ page, standard, code, title, location, raw }) => [page, standard, code, title, location, raw]),
  );
}

const requirementColumns: [name: string, read: (line: RequirementLine) => Value][] = [
  ['standard', (line) => line.standard],
  ['code', (line) => line.code],
  ['requirement', (line) => line.requirement],
  ['level', (line) => line.level],
  ['state', (line) => line.stateName],
  ['reason', (line) => line.reason],
  ['index pages', (line) => line.rowPages],
  ['location', (line) => line.location],
  ['evidence pages', (line) => line.evidencePages],
  ['evidence', (line) => line.evidence],
];

/** Every requirement of the standards that the index names, with its state, one a line. */
export function requirementsCsv(report: Report, language: Language): string {
  return toCsv(
    requirementColumns.map(([name]) => name),
    listRequirements(report, language).map((line) => requirementColumns.map(([, read]) => read(line))),
  );
}
