import Big from 'big.js';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { toCsv } from '../export/csv.ts';
import type { Fact } from '../model/fact.ts';
import type { Report } from '../model/report.ts';
import type { BatchLine } from './batch.ts';

const HEAD = [
  'company',
  'file',
  'metric',
  'year',
  'number',
  'unit',
  'printed',
  'label',
  'page',
  'other values',
  'standing',
];

type Row = (string | number | null)[];

/**
 * Results files → figures by company and year as CSV: one line for each metric and year of each report, from the figure
 * that was read with most confidence; other values printed for the same are named beside it.
 */
export async function summarise(paths: readonly string[]): Promise<string> {
  const rows: Row[] = [];
  for (const path of paths) {
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      const line = parseLine(text);
      if (line && 'report' in line) rows.push(...rowsOf(line.file, line.report));
    }
  }
  const order = (row: Row): string => [row[2], row[3], row[0]].join('\u0000');
  return toCsv(
    HEAD,
    rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  );
}

/** A torn last line is passed over: the next run of the batch writes it anew. */
function parseLine(text: string): BatchLine | null {
  try {
    return JSON.parse(text) as BatchLine;
  } catch {
    return null;
  }
}

function rowsOf(file: string, report: Report): Row[] {
  const wrong = evidenceOf(report, 'fail');
  const verified = evidenceOf(report, 'pass');
  const known = report.facts.filter((fact) => fact.metric !== null && fact.period !== null);
  const groups = Map.groupBy(known, (fact) => `${fact.metric} ${fact.period} ${fact.unit}`);
  return [...groups.values()].map((facts) => {
    const best = facts.toSorted(compareConfidence)[0]!;
    const others = new Set(facts.map(valueOf).filter((value) => value !== valueOf(best)));
    const standing = wrong.has(best.id) ? 'wrong' : verified.has(best.id) ? 'verified' : 'not checked';
    return [
      companyOf(report),
      file,
      best.metric,
      best.period,
      valueOf(best),
      best.unit,
      best.raw,
      best.label,
      best.page,
      [...others].join('; '),
      standing,
    ];
  });
}

/** The whole company before a part of it, then the surer reading first. */
function compareConfidence(a: Fact, b: Fact): number {
  return Number(a.boundary !== null) - Number(b.boundary !== null) || b.metricScore - a.metricScore;
}

/** A figure's number in its canonical unit. */
const valueOf = (fact: Fact): string => new Big(fact.number).times(fact.scale).toFixed();

/** Ids of the figures that stand in findings of one outcome. */
function evidenceOf(report: Report, outcome: 'pass' | 'fail'): Set<string> {
  const found = report.findings.filter((f) => f.outcome === outcome && f.severity !== 'info');
  return new Set(found.flatMap((f) => f.evidence.flatMap((e) => e.factId ?? [])));
}

/** A report names its company in its file's name more surely than in its text. */
function companyOf(report: Report): string {
  return report.document.name.replace(/\.pdf$/i, '');
}
