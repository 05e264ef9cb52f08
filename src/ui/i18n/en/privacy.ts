import { count } from './words.ts';

/** What the page asked for, and how to see for oneself that the report stays here. */
export const privacy = {
  title: 'What this page asked for',
  see: 'See what this page asked for, and check it yourself',
  sum: (own: number, elsewhere: number) =>
    `${count(own, 'file')} from the page’s own address, ${elsewhere === 0 ? 'nothing' : count(elsewhere, 'request')} from anywhere else.`,
  what: 'These are the parts of Crossfoot itself. The report is not among them: it is read from your disk and sent nowhere.',
  columns: { address: 'Asked for', times: 'Times', bytes: 'Loaded', at: 'First at' },
  refused: 'refused',
  refusedBy: (directive: string) => `stopped by the page’s own rule (${directive})`,
  kept: 'kept',
  log: 'Requests',
  verify: 'Check it yourself',
  steps: [
    'Open the browser’s developer tools (F12, or ⌥⌘I on a Mac), go to Network, and check a report. It shows the addresses of the table below, and no other.',
    'Switch the network off: in the same Network page choose Offline, or unplug the cable. Reload, and drop a report. It is checked all the same.',
    'In the developer tools, the page’s Content-Security-Policy header says connect-src ’self’: the browser itself refuses every other address.',
  ],
  limits:
    'The log begins when the page opens, and holds what the browser records for this page and its workers, those of other Crossfoot tabs included.',
};
