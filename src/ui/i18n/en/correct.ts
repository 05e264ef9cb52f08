import { count } from './words.ts';

/** Putting right what was read wrongly. */
export const correct = {
  title: 'Correct the reading',
  of: (label: string) => `Correct the reading of ${label}`,
  corrected: 'Corrected',
  printed: (raw: string, page: number) => `Printed as “${raw}” on page ${page}`,
  fields: { number: 'Number', unit: 'Unit', label: 'Label', period: 'Period', metric: 'Metric' },
  noFigure: 'This is no figure',
  noFigureHint: 'A code, a date, a page number',
  findMetric: 'Type to find a metric',
  noMetric: 'No metric fits',
  wrong: {
    number: 'Type one number, as it is printed.',
    unit: 'Crossfoot does not know this unit.',
    period: 'Type a year, a half or a quarter, such as 2024 or 2024H1.',
  },
  save: 'Save',
  takeBack: 'Take back',
  change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  count: (corrections: number) => `${count(corrections, 'figure')} corrected`,
  list: 'Corrected readings',
  listLead: 'Kept with this document. Each is about a figure by its name, so that the next draft can take it over.',
  none: 'No reading has been corrected. Choose a figure and press e.',
  unapplied: {
    missing: 'Not applied: no figure has this name any more.',
    ambiguous: 'Not applied: several figures have this name, and nothing tells them apart.',
    changed: 'Not applied: the figure is printed differently now.',
  },
  isNoFigure: 'No figure',
  notKept: 'This browser could not keep the last correction: it lasts until the page is closed.',
  notRevised: 'The last correction could not be applied. Check the report again.',
  gone: 'With the corrected reading, this finding no longer arises.',
  offer: (figures: number, name: string) =>
    `${count(figures, 'reading')} ${figures === 1 ? 'was' : 'were'} corrected in ${name}, which looks like another draft of this report.`,
  takeOver: 'Take over',
  notNow: 'Not now',
  takeOverFrom: 'Take over corrections from',
  takenOver: (applied: number, missed: number, name: string) =>
    `From ${name}: ${applied} applied, ${missed} not found.`,
};
