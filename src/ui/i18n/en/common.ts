import { count, digits } from './words.ts';

export const common = {
  cancel: 'Cancel',
  delete: 'Delete',
  undo: 'Undo',
  open: 'Open',
  number: digits,
  pages: (pages: number) => count(pages, 'page'),
  figures: (figures: number) => count(figures, 'figure'),
  rules: (rules: number) => count(rules, 'rule'),
  page: (page: number) => `p. ${page}`,
  pageNamed: (page: number, what: string) => `Page ${page}, ${what}`,
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  checked: (when: string) => `checked ${when}`,
  checkAgain: 'Check again',
  home: 'Crossfoot, all documents',
  views: 'Views',
  tabs: { findings: 'Findings', figures: 'Figures', coverage: 'Coverage', rules: 'Rules' },
};
