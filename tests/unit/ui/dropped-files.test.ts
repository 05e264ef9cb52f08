import { expect, test } from 'vitest';
import { chooseFromFolder, MAX_FILES, readDrop } from '../../../src/ui/start/dropped-files.ts';

const file = (name: string): File => new File([name], name);

function fileEntry(name: string, fails = false): FileSystemFileEntry {
  const entry = {
    name,
    isDirectory: false,
    file: (ok: (file: File) => void, no: () => void) => (fails ? no() : ok(file(name))),
  };
  return entry as unknown as FileSystemFileEntry;
}

/** A folder that gives its entries one at a time, as a browser gives them a hundred at a time. */
function folder(name: string, entries: FileSystemEntry[]): FileSystemDirectoryEntry {
  const createReader = () => {
    const left = [...entries];
    return { readEntries: (ok: (some: FileSystemEntry[]) => void) => ok(left.splice(0, 1)) };
  };
  return { name, isDirectory: true, createReader } as unknown as FileSystemDirectoryEntry;
}

function item(entry: FileSystemEntry | null, dropped: File | null = null, kind = 'file'): DataTransferItem {
  return { kind, webkitGetAsEntry: () => entry, getAsFile: () => dropped } as unknown as DataTransferItem;
}

test('dropped files come as they are, whatever their names', async () => {
  const dropped = await readDrop([item(null, file('a.pdf')), item(null, file('b.doc')), item(null, null, 'string')]);
  expect([dropped.files.map(({ name }) => name), dropped.leftOut]).toEqual([['a.pdf', 'b.doc'], 0]);
});

test('a folder gives its PDFs, however deep, and tells of the rest', async () => {
  const deep = folder('2023', [fileEntry('Old.PDF'), fileEntry('lost.pdf', true)]);
  const dropped = await readDrop([
    item(folder('reports', [deep, fileEntry('b.pdf'), fileEntry('a.pdf'), fileEntry('.DS_Store')])),
    item(fileEntry('single.pdf'), file('single.pdf')),
  ]);
  expect(dropped.files.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'Old.PDF', 'single.pdf']);
  expect(dropped.leftOut).toBe(1);
});

test('of too many files, the first are taken and the others counted', () => {
  const many = Array.from({ length: MAX_FILES + 7 }, (_, at) => file(`${at}.pdf`));
  const { files, leftOut } = chooseFromFolder([...many, file('notes.txt')]);
  expect([files.length, leftOut]).toEqual([MAX_FILES, 8]);
});
