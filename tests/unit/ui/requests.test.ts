import { expect, test } from 'vitest';
import { requestLines } from '../../../src/ui/derive/requests.ts';
import type { LoggedRequest } from '../../../src/worker/request-log.ts';

const base = 'https://checks.example/app/';

function asked(address: string, at: number, refusedBy: string | null = null): LoggedRequest {
  return { address, at, bytes: 10, refusedBy };
}

test('the log has one line an address, in order, with what the page made itself left out', () => {
  const lines = requestLines(
    [
      asked(`${base}b.js`, 2),
      asked(`${base}a.js`, 1),
      asked(`${base}b.js`, 3),
      asked('blob:https://checks.example/1', 4),
      asked('data:font/woff2;base64,AA', 5),
      asked(base, 0),
    ],
    base,
  );
  expect(lines.map(({ address, times, bytes, where }) => [address, times, bytes, where])).toEqual([
    ['/', 1, 10, 'own'],
    ['a.js', 1, 10, 'own'],
    ['b.js', 2, 20, 'own'],
  ]);
});

test('what is asked for elsewhere stands first, and says what refused it', () => {
  const lines = requestLines(
    [
      asked(`${base}a.js`, 1),
      asked('https://elsewhere.example/x', 9, 'connect-src'),
      asked('https://elsewhere.example/x', 10),
      asked('https://checks.example.evil/x', 11),
    ],
    base,
  );
  expect(lines.map(({ address, where, refusedBy }) => [address, where, refusedBy])).toEqual([
    ['https://elsewhere.example/x', 'elsewhere', 'connect-src'],
    ['https://elsewhere.example/x', 'elsewhere', null],
    ['https://checks.example.evil/x', 'elsewhere', null],
    ['a.js', 'own', null],
  ]);
});
