import { keepPreference, readPreference } from '../../store/preferences.ts';
import type { Preferences } from '../../store/preferences.ts';

export type Theme = Preferences['theme'];

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Paper or night: the reader's choice, or the system's. */
class ThemeChoice {
  #current = $state<Theme>(readPreference('theme') ?? 'system');

  get current(): Theme {
    return this.#current;
  }

  choose(theme: Theme): void {
    this.#current = theme;
    keepPreference('theme', theme);
  }
}

export const theme = new ThemeChoice();
