import type { Message } from '../../model/rule.ts';
import { keepPreference, readPreference } from '../../store/preferences.ts';
import type { Preferences } from '../../store/preferences.ts';

export type Language = Preferences['language'];

/** The languages and what each calls itself. */
export const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['zh', '简体中文'],
];

/** As `<html lang>` and `Intl` know them. */
const tags: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

/** The first language of the browser that the app speaks; English when it speaks none of them. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** The language of the interface. Every message reads it, so a switch shows at once and nothing is reloaded. */
class Interface {
  #current = $state<Language>('en');

  constructor() {
    this.#current =
      readPreference('language') ?? languageOf(typeof navigator === 'undefined' ? [] : (navigator.languages ?? []));
  }

  get current(): Language {
    return this.#current;
  }

  /** `en-GB`, `zh-CN`. */
  get tag(): string {
    return tags[this.#current];
  }

  choose(language: Language): void {
    this.#current = language;
    keepPreference('language', language);
  }
}

export const language = new Interface();

/** A text that carries both languages, in the interface's own. */
export function say(message: Message): string {
  return message[language.current];
}
