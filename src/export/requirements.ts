import type { MatrixRow, RequirementState } from '../model/matrix.ts';
import type { Report } from '../model/report.ts';
import type { Language } from './words.ts';

/** One requirement of a standard as the exports write it. */
export interface RequirementLine {
  standard: string;
  code: string;
  requirement: string;
  level: string;
  state: RequirementState;
  stateName: string;
  reason: string;
  /** Pages of the index rows that name it, and what they say about the place. */
  rowPages: string;
  location: string;
  /** Pages that answer it, with what stands there. */
  evidencePages: string;
  evidence: string;
}

const levels: Record<Language, Record<MatrixRow['level'], string>> = {
  en: { mandatory: 'Always asked for', conditional: 'If it applies', encouraged: 'Encouraged' },
  zh: { mandatory: '均须披露', conditional: '适用时披露', encouraged: '鼓励披露' },
};

const stateNames: Record<Language, Record<RequirementState, string>> = {
  en: {
    met: 'Met',
    partly: 'Partly',
    missing: 'Missing',
    omitted: 'Left out with reason',
    notApplicable: 'Not applicable',
    cannotTell: 'Could not be told',
  },
  zh: {
    met: '已满足',
    partly: '部分满足',
    missing: '缺失',
    omitted: '从略并说明原因',
    notApplicable: '不适用',
    cannotTell: '无法判断',
  },
};

/** Report → every requirement of the standards that its index names, in the standards' own order. */
export function listRequirements({ standards = [] }: Report, language: Language): RequirementLine[] {
  return standards.flatMap(({ title, rows }) =>
    rows.map((row) => ({
      standard: title[language],
      code: row.codes.join(', '),
      requirement: row.title[language],
      level: levels[language][row.level],
      state: row.state,
      stateName: stateNames[language][row.state],
      reason: row.reason[language],
      rowPages: listOnce(row.rows.map(({ evidence }) => String(evidence.page))),
      location: listOnce(row.rows.map(({ location }) => location)),
      evidencePages: listOnce(row.evidence.map(({ page }) => String(page))),
      evidence: listOnce(
        row.evidence.map(({ raw, label }) => (label === '' || label === raw ? raw : `${label}: ${raw}`)),
      ),
    })),
  );
}

const listOnce = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('; ');
