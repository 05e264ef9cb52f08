import type { Fact } from '../../model/fact.ts';
import type { Progress } from '../../model/report.ts';
import { t } from '../i18n/t.ts';

const kilobyte = 1024;

/** `2.1 GB`, `3.4 MB`, `812 KB`. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / kilobyte / kilobyte;
  if (megabytes >= kilobyte) return `${(megabytes / kilobyte).toFixed(1)} GB`;
  return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / kilobyte))} KB`;
}

const standardNames: Record<string, string> = {
  gri: 'GRI',
  sse14: 'SSE 14',
  hkex: 'HKEX',
  esrs: 'ESRS',
  'ifrs-s2': 'IFRS S2',
  tcfd: 'TCFD',
  sasb: 'SASB',
};

/** `gri` → `GRI`, `sse14` → `SSE 14`. */
export function familyName(family: string): string {
  return standardNames[family] ?? family.toUpperCase();
}

/** `gri:305-1` → `GRI 305-1`; `sse14:24` → `SSE 14 · Art. 24`. */
export function formatStandard(reference: string): string {
  const [family = '', code = ''] = reference.split(':');
  if (family === 'sse14') return t.findings.article(code);
  return `${familyName(family)} ${code}`.trim();
}

/** The share of a whole check that each stage takes, roughly, on a long report. */
const stageShares = [
  ['open', 0.02],
  ['read', 0.6],
  ['layout', 0.2],
  ['extract', 0.1],
  ['check', 0.08],
] as const;

/** How much of the check is done, 0 to 1. */
export function fractionDone({ stage, done, total }: Progress): number {
  let before = 0;
  for (const [name, share] of stageShares) {
    if (name === stage) return before + share * (total > 0 ? Math.min(1, done / total) : 0);
    before += share;
  }
  return before;
}

/** `Reading page 12 of 55`. */
export function describeProgress(progress: Progress | null): string {
  const { stages } = t.start;
  if (!progress || progress.stage === 'open') return stages.open;
  const { stage, done, total } = progress;
  if (stage === 'check') return total > 0 ? stages.rule(done, total) : stages.check;
  return stage === 'read' ? stages.read(done, total) : stages[stage];
}

const qualifierSigns: Record<string, string> = { over: '> ', atLeast: '≥ ', under: '< ', atMost: '≤ ', about: '≈ ' };

/** The number with its thousands apart and its sign of vagueness: `≥ 11,490.61`, `3–5`. */
export function formatNumber({ number, upper, qualifier }: Pick<Fact, 'number' | 'upper' | 'qualifier'>): string {
  const spaced = (decimal: string): string => {
    const [whole = '', fraction] = decimal.replace('-', '−').split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
  };
  const sign = qualifier ? (qualifierSigns[qualifier] ?? '') : '';
  return upper === null ? sign + spaced(number) : `${sign}${spaced(number)}–${spaced(upper)}`;
}
