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
