/** What could not be done, and what to do about it: one sentence for each code of a check's error. */
export const problems = {
  'not-a-pdf': 'This file is not a PDF. Choose a report in PDF form.',
  damaged: 'This PDF is damaged and cannot be read. Save it again from the program that made it, and try that.',
  'password-needed': 'This PDF is protected by a password.',
  'password-wrong': 'The password does not open this PDF.',
  'no-text':
    'This PDF has no text that can be read; its pages are pictures. Export it as a PDF with text, or run text recognition (OCR) on it first.',
  'too-large': (megabytes: number) =>
    `The file is larger than ${megabytes} MB. Save it with smaller pictures and try again.`,
  'no-pages': 'This PDF has no pages.',
  'too-much-memory':
    'This PDF needs more memory than there is, and the check was stopped. Split the file and check the parts, or save it anew.',
  'timed-out': 'The check took too long and was stopped. Split the file and check the parts, or save it anew.',
  aborted: 'The check was cancelled.',
  internal: 'The check stopped unexpectedly while reading this file. Try again, or save the PDF anew and try that.',
  sample: 'The sample report could not be loaded. Reload the page and try again.',
  unreadPages: (pages: string, why: string) => `Not read: page ${pages}. ${why}`,
  partial: {
    'too-slow': 'Reading a page took too long.',
    'too-complex': 'The drawing on a page is too complex.',
    'not-reached': 'The time for reading was up. Split the file and check the parts.',
    'too-many-pages': 'The file has more pages than are read. Split it and check the parts.',
  },
  gone: 'This document is not kept in this browser. Open the PDF again to check it.',
};
