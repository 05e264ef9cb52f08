import { count } from './words.ts';

export const matrix = {
  none: 'No content index of a known standard was found in this report.',
  noneHint:
    'Known are GRI, SSE 14 (and its Shenzhen twin), HKEX Appendix C2, ESRS, TCFD, IFRS S2 and SASB Software & IT.',
  standards: 'Standards',
  states: {
    met: 'Met',
    partly: 'Partly',
    missing: 'Missing',
    omitted: 'Left out with reason',
    notApplicable: 'Not applicable',
    cannotTell: 'Could not be told',
  },
  modes: { 'in accordance': 'Used in accordance', 'with reference': 'Used with reference' },
  effective: (date: string) => `in effect since ${date}`,
  all: (requirements: number) => count(requirements, 'requirement'),
  show: 'Show requirements that are',
  requirement: 'Requirement',
  state: 'State',
  row: 'Index row',
  evidence: 'Evidence',
  noRow: 'none',
  page: (page: number) => `p. ${page}`,
  goTo: (page: number) => `Show p. ${page}`,
};
