/** Files of a drop or of a chosen folder, and how many were left out: those of a folder that are no PDF by name. */
export interface DroppedFiles {
  files: File[];
  leftOut: number;
}

/** More files than this at once are left out: the list of the queue is read by people. */
export const MAX_FILES = 1000;

const isPdfName = (name: string): boolean => /\.pdf$/i.test(name);

/** Dropped items → their files; folders are gone through to the bottom, and give their PDFs in the order of their names. */
export async function readDrop(items: Iterable<DataTransferItem>): Promise<DroppedFiles> {
  // All at once: a browser lets go of a drop's items as soon as its event is over.
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: File[] = [];
  let others = 0;
  for (const { entry, file } of dropped) {
    if (!entry?.isDirectory) {
      if (file) files.push(file);
      continue;
    }
    const inside = await filesIn(entry as FileSystemDirectoryEntry);
    const chosen = chooseFromFolder(inside);
    files.push(...chosen.files);
    others += chosen.leftOut;
  }
  return cut(files, others);
}

/** The files of a chosen folder → its PDFs. */
export function chooseFromFolder(files: readonly File[]): DroppedFiles {
  const pdfs = files.filter(({ name }) => isPdfName(name));
  return cut(pdfs, files.length - pdfs.length);
}

function cut(files: File[], leftOut: number): DroppedFiles {
  return { files: files.slice(0, MAX_FILES), leftOut: leftOut + Math.max(0, files.length - MAX_FILES) };
}

/** What a folder holds, however deep; what cannot be read is passed over. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  const open: FileSystemDirectoryEntry[] = [folder];
  for (let next = open.shift(); next; next = open.shift()) {
    for (const entry of (await entriesOf(next)).sort((a, b) => a.name.localeCompare(b.name))) {
      if (entry.isDirectory) open.push(entry as FileSystemDirectoryEntry);
      else {
        const file = await fileOf(entry as FileSystemFileEntry);
        if (file) files.push(file);
      }
    }
  }
  return files;
}

/** A browser gives a folder's entries a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
