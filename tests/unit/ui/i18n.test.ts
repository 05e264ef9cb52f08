import { parse } from 'svelte/compiler';
import type { AST } from 'svelte/compiler';
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, expect, test } from 'vitest';
import * as en from '../../../src/ui/i18n/en/index.ts';
import { language, languageOf, say } from '../../../src/ui/i18n/language.svelte.ts';
import { t } from '../../../src/ui/i18n/t.ts';
import * as zh from '../../../src/ui/i18n/zh/index.ts';

const files = globSync('src/ui/**/*.{svelte,ts}').filter((path) => !/[\\/](i18n|build)[\\/]/.test(path));

/** Message or table of messages → `start.stages.read`, each with its leaf. */
function leaves(value: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(value).flatMap(([key, each]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof each === 'object' ? leaves(each, at) : [[at, each] as [string, unknown]];
  });
}

const english = leaves(en);
const chinese = new Map(leaves(zh));

afterEach(() => language.choose('en'));

test('every message is there in both languages, of the same form', () => {
  expect([...chinese.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
  for (const [path, message] of english) {
    const other = chinese.get(path);
    expect([path, typeof other]).toEqual([path, typeof message]);
    if (typeof message === 'function') expect([path, (other as typeof message).length]).toEqual([path, message.length]);
  }
});

/** Signs around what is given, without a word of their own. */
const wordless = new Set([
  'common.number',
  'findings.quoted',
  'findings.withUnit',
  'queue.short',
  'rules.choice',
  'queue.ended',
  'triage.choice',
  'triage.without',
  'correct.change',
]);

test('the Chinese catalogue is in Chinese, and the English one is not', () => {
  const han = /\p{Script=Han}/u;
  // The name of a format is the same in every language.
  const name = /^[A-Z]{3,}[\d. ]*$/;
  for (const [path, message] of english) {
    if (wordless.has(path)) continue;
    expect(han.test(String(message)), path).toBe(false);
    if (!name.test(String(message))) expect(han.test(String(chinese.get(path))), path).toBe(true);
  }
});

test('every message is used', () => {
  const sources = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  // A table may be taken whole (`t.findings.standings[…]`, `const { stages } = t.start`): its messages are then all in use.
  const whole = [...sources.matchAll(/\bt\.([\w.]+)\b(?=\[)/g)].map((match) => `${match[1]}.`);
  const unpacked = [...sources.matchAll(/const \{([^}]+)\} = (?:\$derived\()?t(?:\.(\w+(?:\.\w+)*))?[;)]/g)].flatMap(
    ([, names = '', area]) => names.split(',').map((name) => (area ? `${area}.` : '') + name.split(':')[0]!.trim()),
  );
  const bound = [...sources.matchAll(/[=:] (?:\$derived\()?t\.([\w.]+)[;),]/g)].map((match) => `${match[1]}.`);
  const unused = english
    .map(([path]) => path)
    .filter((path) => !new RegExp(`\\bt\\.${path.replaceAll('.', '\\.')}\\b`).test(sources))
    .filter((path) => !whole.some((table) => path.startsWith(table)))
    .filter((path) => !bound.some((table) => path.startsWith(table)))
    .filter((path) => !unpacked.some((name) => path === name || path.startsWith(`${name}.`)));
  expect(unused).toEqual([]);
});

/** Two letters or more in a row are a word. Names are the same in every language. */
const word = /\p{L}{2,}/u;
const names = new Set(['Crossfoot']);
/** Attributes that are read or heard. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description', 'aria-valuetext']);

/** The words that stand in a component's markup itself, with what is quoted in its expressions there. */
function literalCopy(source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, inAttribute: string | null): void => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, inAttribute));
    if (typeof node !== 'object' || node === null) return;
    const { type, name, data, children, ...rest } = node as Record<string, unknown> & { type?: string; name?: string };
    if (type === 'RegularElement' && name === 'kbd') return;
    if (type === 'Text' && (inAttribute === null || spoken.has(inAttribute)) && !names.has(String(data).trim()))
      if (word.test(String(data))) found.push(String(data).trim());
    for (const each of [children, ...Object.values(rest)])
      visit(each, type === 'Attribute' || type === 'StyleDirective' ? (name ?? '') : inAttribute);
  };
  const { fragment } = parse(source, { modern: true }) as AST.Root;
  visit(fragment, null);
  return found;
}

/** Rooms whose copy stands in them still. */
const pending = /src\/ui\/(index-view|export-menu)\//;

test.each(files.filter((path) => path.endsWith('.svelte') && !pending.test(path)))('no copy stands in %s', (path) => {
  expect(literalCopy(readFileSync(path, 'utf8'))).toEqual([]);
});

/** A quoted sentence or phrase: words with a space between them. */
const phrase = /\p{L}{2,} \p{Ll}{2,}/u;

/** Scripts: of a `.ts` file, or within a component. */
function phrases(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const source = path.endsWith('.ts')
    ? text
    : [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]).join('');
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    const isThrown = node.parent && ts.isNewExpression(node.parent);
    if (isText && !isThrown && phrase.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return found;
}

/** Signs that only look like words. */
const technical = [/^M\d/, /^[\w-]+ \.|^\(|^index row$|^li button/];

test.each(files.filter((path) => !pending.test(path)))('no sentence is quoted in the script of %s', (path) => {
  expect(phrases(path).filter((text) => !technical.some((each) => each.test(text)))).toEqual([]);
});

test('a switch of the language shows at once, in messages and in findings', () => {
  expect([t.common.pages(3), say({ en: 'Sum', zh: '合计' })]).toEqual(['3 pages', 'Sum']);
  language.choose('zh');
  expect([t.common.pages(3), say({ en: 'Sum', zh: '合计' })]).toEqual(['3 页', '合计']);
});

test.each([
  [['zh-TW', 'en'], 'zh'],
  [['de-DE', 'zh-CN'], 'zh'],
  [['de-DE'], 'en'],
  [[], 'en'],
] as const)('a browser that prefers %j is spoken to in %s', (preferred, expected) => {
  expect(languageOf(preferred)).toBe(expected);
});
