import { count, digits } from './words.ts';

/** Several files at once. */
export const queue = {
  title: 'Queue',
  progress: (ended: number, all: number) => `${digits(ended)} of ${digits(all)} checked`,
  short: (ended: number, all: number) => `${digits(ended)}/${digits(all)}`,
  show: (ended: number, all: number) => `Queue: ${digits(ended)} of ${digits(all)} checked. Show it`,
  states: { waiting: 'Waiting', checking: 'Checking', done: 'Done', refused: 'Not checked' },
  ended: (name: string, how: string) => `${name}: ${how}`,
  open: (name: string) => `Open ${name}`,
  password: 'Enter the password…',
  passwordFor: (name: string) => `Enter the password of ${name}`,
  remove: (name: string) => `Take off the list: ${name}`,
  stop: (name: string) => `Stop checking ${name}`,
  clear: 'Clear what has ended',
  leftOut: (files: number) =>
    `${count(files, 'file')} of the folder left out: no PDF by name, or more than a queue takes.`,
  kept: 'The list is kept: if you close the page, it goes on when you open it again.',
  notKept: 'The browser cannot keep this list. Leave the page open until it is through.',
};
