export const library = {
  title: 'Kept in this browser',
  checkAgain: (name: string) => `Check ${name} again`,
  delete: (name: string) => `Delete ${name}`,
  deleted: (name: string) => `Deleted ${name}.`,
  notKept: {
    refused:
      'This browser lets Crossfoot keep nothing (a private window does that), so results are gone when you close the page.',
    full: 'The browser’s storage is full, so this result is not kept. Delete a document below, or free some disk space.',
    failed: 'The browser could not save this result, so it is gone when you close the page.',
  },
};
