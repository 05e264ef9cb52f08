export const start = {
  purpose: 'Checks the figures of an ESG report against each other, and shows you where they do not add up.',
  steps: [
    'Drop a report, or open the sample. The check takes seconds.',
    'Each finding shows its arithmetic, and where its figures stand on the page.',
    'Confirm it or dismiss it, with a key. Nothing is lost when you close the page.',
  ],
  openRegion: 'Open a report',
  lead: 'Drop a report here',
  accepts: 'One PDF, with text in it. English or Chinese.',
  choose: 'Choose a PDF…',
  file: 'PDF file',
  sample: 'Open the sample report',
  privacy:
    'The report never leaves this computer: everything is read, checked and kept in this browser, and this page may not talk to anyone else.',
  checking: (name: string) => `Checking ${name}`,
  stages: {
    open: 'Opening the file',
    read: (done: number, total: number) => `Reading page ${done} of ${total}`,
    layout: 'Finding tables',
    extract: 'Reading figures',
    check: 'Checking',
    rule: (done: number, total: number) => `Checking rule ${done} of ${total}`,
  },
  protected: (name: string) => `${name} is protected by a password`,
  password: 'Password to open it:',
  passwordAgain: 'That password does not fit. Try another:',
  passwordUse: 'It is used to read the file here and is not kept.',
};
