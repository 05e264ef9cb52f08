const key = 'crossfoot:rules-off';

/** Ids of the rules that this browser's user has switched off; none where the browser keeps nothing. */
export function readRulesOff(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps the ids for the next visit. False when the browser refused: the switches then last until the page is closed. */
export function keepRulesOff(ids: string[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(ids));
    return true;
  } catch {
    return false;
  }
}
