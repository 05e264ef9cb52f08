import { expect, test } from 'vitest';
import { commands } from '../../../src/ui/commands/commands.ts';
import { commandOf, printKey } from '../../../src/ui/commands/keys.ts';

const stroke = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('no key stands for two commands', () => {
  const keys = commands.flatMap((command) => [...command.keys]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test.each([
  [{ key: 'c' }, 'confirm'],
  [{ key: 'z', ctrlKey: true }, 'undo'],
  [{ key: 'z', metaKey: true }, 'undo'],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  [{ key: 'k', metaKey: true }, 'palette'],
  [{ key: '?', shiftKey: true }, 'help'],
  [{ key: 'c', altKey: true }, undefined],
  [{ key: 'c', ctrlKey: true }, undefined],
] as const)('%j is %s', (keys, id) => {
  expect(commandOf({ ...stroke, ...keys })?.id).toBe(id);
});

test('keys are printed as the keyboard has them', () => {
  expect(['c', 'Escape', 'mod+k', 'mod+Z'].map((key) => printKey(key, false))).toEqual([
    'c',
    'esc',
    'Ctrl K',
    'Ctrl ⇧ Z',
  ]);
  expect(['mod+k', 'mod+Z'].map((key) => printKey(key, true))).toEqual(['⌘K', '⇧⌘Z']);
});
