/** What could not be done, and what to do about it: one sentence for each code of a check's error. */
export const problems = {
  'not-a-pdf': 'This file is not a PDF. Choose a report in PDF form.',
  'web-page': 'This file is not a PDF but a web page. Open the link in a browser, save the PDF itself and choose that.',
  word: 'This file is not a PDF but a Word document. Save it as PDF and choose that.',
  excel: 'This file is not a PDF but an Excel workbook. Choose the PDF of the report.',
  powerpoint: 'This file is not a PDF but a PowerPoint file. Save it as PDF and choose that.',
  'old-office': 'This file is not a PDF but an old Office document. Save it as PDF and choose that.',
  rtf: 'This file is not a PDF but a text document (RTF). Save it as PDF and choose that.',
  zip: 'This file is not a PDF but a ZIP archive. Unpack it and choose the PDF inside.',
  archive: 'This file is not a PDF but a packed archive. Unpack it and choose the PDF inside.',
  picture: 'This file is not a PDF but a picture. Choose a PDF with text in it, exported from its source.',
  postscript: 'This file is not a PDF but PostScript. Save it as PDF and choose that.',
  xml: 'This file is not a PDF but XML. Choose the PDF of the report.',
  'empty-file': 'This file is empty, and not a PDF. Choose the PDF of the report.',
  'only-zeros': 'This file is not a PDF: it holds only zeros, as a broken-off copy does. Get it again.',
  blank: 'This PDF has no text: its pages are blank. Choose the PDF of the report.',
  'no-pages': 'This PDF has no pages. Export it again from its source.',
  damaged: 'This PDF is damaged and cannot be read. Save it again from the program that made it, and try that.',
  'password-needed': 'This PDF is protected by a password.',
  'password-wrong': 'The password does not open this PDF.',
  'no-text':
    'This PDF has no text that can be read; its pages are pictures. Export it as a PDF with text, or run text recognition (OCR) on it first.',
  'too-large': (megabytes: number) =>
    `The file is larger than ${megabytes} MB. Save it with smaller pictures and try again.`,
  'too-slow-to-open': (seconds: number) =>
    `This PDF could not be opened within ${seconds} seconds: its inner tables may be damaged. Save it anew or export it again from its source.`,
  'too-slow-pages':
    'No page of this PDF could be read within the limits of time and size. Export it again from its source.',
  'too-much-memory':
    'This file needs more memory than there is, and the check was stopped. Split the file and check the parts.',
  'timed-out': (minutes: number) =>
    `The check took longer than ${minutes} minutes and was stopped. Split the file and check the parts.`,
  aborted: 'The check was cancelled.',
  internal: 'The check stopped unexpectedly while reading this file. Try again, or save the PDF anew and try that.',
  sample: 'The sample report could not be loaded. Reload the page and try again.',
  unreadPages: (pages: string, why: string) => `Not read: page ${pages}. ${why}`,
  partial: {
    'too-slow': 'Reading a page took too long.',
    'too-complex': 'A page holds more than can be read.',
    'not-reached': 'The time for reading was up. Split the file and check the parts.',
    'too-many-pages': 'The file has more pages than are read. Split it and check the parts.',
  },
  gone: 'This document is not kept in this browser. Open the PDF again to check it.',
};
