import type { WorkingLine } from '../../model/finding.ts';
import { nameStandard, stateOf } from '../results.ts';
import type { Result } from '../results.ts';
import { words, workingLabel } from '../words.ts';
import type { Language } from '../words.ts';
import type { Mark } from './marks.ts';

/** Mark → the text of its note: for each finding its title, arithmetic, state and rule, as plain lines. */
export function noteText(mark: Mark, language: Language): string {
  return mark.results.map((result) => describe(result, language)).join('\n\n');
}

function describe(result: Result, language: Language): string {
  const { finding, standing, triage } = result;
  const say = words[language];
  const colon = language === 'zh' ? '：' : ': ';
  const standards = finding.standards.map(nameStandard).join(', ');
  const arithmetic = finding.working.map((line) => workingText(line, language));
  return [
    `${say.standings[standing]}${colon}${finding.title[language]}`,
    finding.messages[language],
    ...(arithmetic.length > 0 ? ['', ...arithmetic, ''] : []),
    `${say.state}${colon}${say.states[stateOf(result)]}`,
    ...(triage?.reason ? [`${say.reason}${colon}${triage.reason}`] : []),
    ...(triage?.note ? [`${say.note}${colon}${triage.note}`] : []),
    `${say.rule}${colon}${finding.rule}${standards ? ` (${standards})` : ''}`,
  ].join('\n');
}

/** Notes are shown in proportional type, so lines are led by signs and not by columns. */
function workingText({ label, value, role }: WorkingLine, language: Language): string {
  return `${role === 'result' ? '= ' : ''}${workingLabel(label, language)}  ${value}`;
}
