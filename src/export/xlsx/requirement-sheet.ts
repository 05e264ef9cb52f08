import type { RequirementState } from '../../model/matrix.ts';
import type { Report } from '../../model/report.ts';
import { listRequirements } from '../requirements.ts';
import type { Language } from '../words.ts';
import type { Cell, Look, Sheet } from './cells.ts';
import { paperWords } from './words.ts';

const looks: Record<RequirementState, Look> = {
  met: 'verified',
  partly: 'doubtful',
  missing: 'wrong',
  omitted: 'quiet',
  notApplicable: 'quiet',
  cannotTell: 'untold',
};

/** Every requirement of the standards that the index names, with its state and where the report answers it. */
export function requirementSheet(report: Report, language: Language): Sheet {
  const { requirementColumns, sheets } = paperWords[language];
  const rows = listRequirements(report, language).map((line): Cell[] => [
    line.standard,
    line.code,
    { value: line.requirement, look: 'wrap' },
    line.level,
    { value: line.stateName, look: looks[line.state] },
    { value: line.reason, look: 'wrap' },
    line.rowPages,
    { value: line.location, look: 'wrap' },
    line.evidencePages,
    { value: line.evidence, look: 'wrap' },
  ]);
  return {
    name: sheets.requirements,
    widths: [18, 12, 46, 16, 18, 60, 12, 40, 16, 60],
    headRows: 1,
    rows: [requirementColumns.map((value): Cell => ({ value, look: 'head' })), ...rows],
    folded: new Set(),
  };
}
