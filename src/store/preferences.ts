/** What the reader has chosen about the app itself. Nothing about any document. */
export interface Preferences {
  language: 'en' | 'zh';
  theme: 'system' | 'light' | 'dark';
}

const allowed: { [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  language: ['en', 'zh'],
  theme: ['system', 'light', 'dark'],
};

/** The kept choice; null where there is none, or where the browser keeps nothing. */
export function readPreference<Name extends keyof Preferences>(name: Name): Preferences[Name] | null {
  try {
    const kept = localStorage.getItem(`crossfoot:${name}`);
    return allowed[name].find((value) => value === kept) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit; where the browser keeps nothing, it lasts until the page is closed. */
export function keepPreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]): void {
  try {
    localStorage.setItem(`crossfoot:${name}`, value);
  } catch {
    // Nothing depends on it.
  }
}

/** A pane whose width can be changed. */
export type Pane = 'list' | 'detail';

/** The kept width of a pane in CSS pixels; null where there is none within the limits. */
export function readWidth(pane: Pane, { least, most }: { least: number; most: number }): number | null {
  try {
    const width = Number(localStorage.getItem(`crossfoot:width-${pane}`));
    return width >= least && width <= most ? width : null;
  } catch {
    return null;
  }
}

export function keepWidth(pane: Pane, width: number): void {
  try {
    localStorage.setItem(`crossfoot:width-${pane}`, String(width));
  } catch {
    // It lasts until the page is closed.
  }
}
