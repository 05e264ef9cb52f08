import * as en from './en/index.ts';
import { language } from './language.svelte.ts';
import * as zh from './zh/index.ts';

/**
 * Every word of the interface, by area: `t.start.lead`, `t.common.pages(55)`. English is the original; the Chinese
 * catalogue has its type, so a missing message or a wrong argument is an error of types, and the TypeScript compiler is
 * the message compiler: a message with arguments is a function, and nothing is parsed in the browser.
 */
export type Catalogue = typeof en;

const catalogues: Record<'en' | 'zh', Catalogue> = { en, zh };

/** Messages in the interface's language. Read them where they are shown (markup, `$derived`), so that they follow a switch. */
export const t: Catalogue = new Proxy({} as Catalogue, {
  get: (_, area: keyof Catalogue) => catalogues[language.current][area],
});
