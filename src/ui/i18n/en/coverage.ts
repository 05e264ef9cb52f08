import { count } from './words.ts';

export const coverage = {
  titles: { verified: 'Verified', failing: 'Failing', unrelated: 'In no relation', unclear: 'Not understood' },
  meanings: {
    verified: 'In at least one relation that holds, and in none that fails',
    failing: 'In a relation that does not hold',
    unrelated: 'Read and understood, but nothing in the report says what it must equal',
    unclear: 'Printed, but read without a label or a unit, and in no relation',
  },
  of: (figures: number) => `Of ${count(figures, 'printed figure')},`,
  unread: (pages: number) => `${count(pages, 'page')} could not be read.`,
  page: 'Page',
  share: 'Share',
  figures: 'Figures',
  notRead: 'not read',
  all: 'All',
  map: 'Page map',
  mapTitle: 'Figures, page by page',
  mapSum: (figures: number, verified: string) => `${count(figures, 'figure')} · ${verified} verified`,
  bar: (page: number, figures: number, verified: number) =>
    `Page ${page}: ${count(figures, 'figure')}, ${verified} verified`,
  barUnread: (page: number) => `Page ${page}: no text to read`,
  barWorst: { wrong: ', something wrong', doubtful: ', something doubtful', look: ', worth a look' },
};
