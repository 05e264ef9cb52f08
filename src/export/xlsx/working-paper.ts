import type { Report } from '../../model/report.ts';
import type { UnitDefinition } from '../../model/rule.ts';
import type { Triage } from '../../model/triage.ts';
import { listResults } from '../results.ts';
import type { Language } from '../words.ts';
import { findingSheet } from './finding-sheet.ts';
import { writeSheets } from './library.ts';
import { coverageSheet, figureSheet, indexSheet, summarySheet } from './other-sheets.ts';
import { requirementSheet } from './requirement-sheet.ts';
import { paperWords } from './words.ts';

export interface WorkingPaperOptions {
  language: Language;
  /** When the paper is made. */
  at: Date;
  /** Units of the rule pack: figures in different units go together through their factors. */
  units: readonly UnitDefinition[];
}

/**
 * Report and triage → an XLSX working paper: summary, findings, verified relations, figures, index, requirements and coverage. The
 * arithmetic is there as formulas over the printed numbers.
 */
export function writeWorkingPaper(
  report: Report,
  triage: readonly Triage[],
  { language, at, units }: WorkingPaperOptions,
): Promise<Uint8Array> {
  const { title, sheets } = paperWords[language];
  const results = listResults(report, triage);
  const figures = {
    facts: new Map(report.facts.map((fact) => [fact.id, fact])),
    units: new Map(units.map((unit) => [unit.id, unit])),
  };
  const verified = results.filter(({ standing }) => standing === 'verified');
  const rest = results.filter(({ standing }) => standing !== 'verified');
  return writeSheets(
    [
      summarySheet(report, results, language, at),
      findingSheet(sheets.findings, rest, figures, language),
      findingSheet(sheets.verified, verified, figures, language),
      figureSheet(report, language),
      indexSheet(report, results, language),
      requirementSheet(report, language),
      coverageSheet(report, results, language),
    ],
    title,
    at,
  );
}
