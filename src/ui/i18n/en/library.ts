import { digits } from './words.ts';

export const library = {
  title: 'Kept in this browser',
  checkAgain: (name: string) => `Check again: ${name}`,
  delete: (name: string) => `Delete: ${name}`,
  deleted: (name: string) => `Deleted ${name}.`,
  decided: (decided: number, all: number) => `${digits(decided)} of ${digits(all)} decided`,
  states: { confirmed: 'confirmed', dismissed: 'dismissed', fixed: 'fixed' },
  what: 'What is kept, and where',
  kept: 'For each document: the PDF, what was read from it, the findings, and your decisions and notes. They are in this browser’s own storage on this computer, under this address; no other site and no other person’s account can see them.',
  gone: 'Passwords are never kept. Delete a document here and all of it is gone; clear this site’s data in the browser’s settings and everything is.',
  used: (used: string, most: string) => `Crossfoot uses ${used} of the ${most} that the browser allows it.`,
  storage: 'Storage',
  persistent: 'Kept for good: the browser will not clear it by itself.',
  clearable:
    'Kept, but not for good: a browser that runs out of disk space may clear it. Crossfoot can ask it not to; a browser agrees more readily when Crossfoot is installed or bookmarked.',
  protect: 'Ask the browser to keep it',
  protectRefused:
    'The browser did not agree. Install or bookmark Crossfoot and ask again, or hand on what matters as a file.',
  nearlyFull: 'Almost full: delete documents that you no longer need, or the next one cannot be kept.',
  notKept: {
    refused:
      'This browser lets Crossfoot keep nothing (a private window does that), so results are gone when you close the page.',
    full: 'The browser’s storage is full, so this result is not kept. Delete a document below, or free some disk space.',
    blocked:
      'Another tab with an older Crossfoot holds what is kept here. Close that tab and reload this one; until then nothing is saved.',
    newer:
      'A newer Crossfoot has kept documents in this browser. Reload the page to get it; until then nothing is saved.',
    failed: 'The browser could not save this result, so it is gone when you close the page.',
  },
};
