/** Longer texts come once, and are not kept. In characters. */
const LONGEST_KEPT = 200;
/** So many texts are kept of each function, before all are let go: a long report has fewer labels. */
const MOST_KEPT = 20_000;

/** A pure function of a text → the same, which reads each text once: labels, heads and names come again and again. Its results must not be changed. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, result);
    return result;
  };
}
