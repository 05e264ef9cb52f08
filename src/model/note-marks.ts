/** The mark that a note begins with: `1) …`, `(2) …`, `3. …`, `* …`, `註 2：…`. */
const MARK_OF_NOTE = /^(?:notes?|注|註)?\s*[(（]?(\d{1,2}|[*†‡§#]+|[①-⑳]|[a-z](?=[)）.]))(?:[)）.、:：]\s*|\s+)(?=\S)/i;

/** The mark at the head of a note, as it would stand beside what the note is about; null when it has none. */
export const noteMark = (note: string): string | null => MARK_OF_NOTE.exec(note)?.[1]?.toLowerCase() ?? null;

/** Marks that were printed together (`1, 2`), one by one, without brackets. */
export const splitMarks = (marks: string): string[] =>
  marks
    .toLowerCase()
    .split(/[\s,，、/()（）[\]]+/)
    .filter((m) => m !== '');
