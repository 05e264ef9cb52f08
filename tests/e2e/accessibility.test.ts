import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as en from '../../src/ui/i18n/en/index.ts';
import * as zh from '../../src/ui/i18n/zh/index.ts';
import { hangingSecondPage } from '../hostile/nasty.ts';
import { dropFile, dropFiles, openSample, samplePdf, useBrowser, visit } from './browser.ts';
import { makePdf } from './make-pdf.ts';

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

interface Axe {
  run(context: { exclude: string[] }): Promise<{ violations: Violation[] }>;
}

/** What axe finds on the page as it stands, one line an element. */
async function violations(page: Page): Promise<string[]> {
  // As the debugger does: the page's own policy forbids a script from elsewhere.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // The PDF's own structure, as pdf.js gives it to a screen reader, is the report's and not the app's.
    return (await axe.run({ exclude: ['.structTree'] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** What every place is called in the language of the visit. */
type Words = typeof en;

/** Every page, menu and sheet of the app, and how to get there from the one before. */
const places: [name: string, go: (page: Page, words: Words) => Promise<unknown>][] = [
  ['the start', async (page, { start }) => page.getByText(start.lead).waitFor()],
  ['what is kept, and where', (page, { library }) => page.getByText(library.what).click()],
  ['the log of requests', (page, { privacy }) => page.getByRole('button', { name: privacy.see }).click()],
  [
    'a question for a password',
    async (page, { start }) => {
      await page.keyboard.press('Escape');
      await dropFile(page, 'locked.pdf', makePdf(['A line.'], 'open sesame'));
      await page.getByLabel(start.password).waitFor();
    },
  ],
  [
    'a refused file',
    async (page, { common }) => {
      await page.getByRole('button', { name: common.cancel }).click();
      await dropFile(page, 'page.pdf', Buffer.from('<!doctype html><title>Report</title>'));
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'a check that runs',
    async (page, { start }) => {
      await dropFile(page, 'hanging.pdf', hangingSecondPage());
      await page.getByRole('progressbar', { name: start.checking('hanging.pdf') }).waitFor();
    },
  ],
  [
    'the queue',
    async (page, { common, start }) => {
      await page.getByRole('button', { name: common.cancel }).click();
      const files = { 'locked.pdf': makePdf(['A line.'], 'x'), 'a.pdf': makePdf(['Water use was 5 t in 2024.']) };
      await dropFiles(page, {
        'b.pdf': Buffer.from('GIF89a'),
        ...files,
        'hanging.pdf': hangingSecondPage(),
        'c.pdf': samplePdf,
      });
      await page.getByRole('progressbar', { name: start.checking('hanging.pdf') }).waitFor();
    },
  ],
  [
    'the findings, while the queue runs',
    async (page, { queue, common }) => {
      await page.getByRole('button', { name: queue.stop('hanging.pdf') }).click();
      await page.getByRole('button', { name: queue.open('c.pdf') }).click({ timeout: 60_000 });
      await page.getByRole('region', { name: common.tabs.findings }).waitFor();
    },
  ],
  ['the filters', (page, { triage }) => page.getByRole('button', { name: triage.filter, exact: true }).click()],
  ['a search that finds nothing', (page) => page.getByRole('searchbox').fill('zzzz')],
  ['the findings again', (page, { triage }) => page.getByRole('button', { name: triage.clear, exact: true }).click()],
  ['a decision', (page) => page.keyboard.press('c')],
  ['a dismissal', (page) => page.keyboard.press('d')],
  ['a dismissed finding', (page) => page.keyboard.press('1')],
  ['a note', (page) => page.keyboard.press('n')],
  ['an operand on its page', (page) => pressAll(page, 'Escape', 'f')],
  ['what was read', (page) => page.keyboard.press('o')],
  [
    'the editor of a reading',
    async (page) => {
      await pressAll(page, 'o', 'e');
      await page.getByRole('form').waitFor();
    },
  ],
  ['the corrected readings', (page) => pressAll(page, 'Escape', 'E')],
  ['thumbnails', (page) => pressAll(page, 'Escape', 't')],
  ['the search in the text', (page) => pressAll(page, 't', 'Control+f')],
  ['the help sheet', (page) => pressAll(page, 'Escape', 'Escape', '?')],
  ['the palette', (page) => pressAll(page, 'Escape', 'Control+k')],
  [
    'the menu',
    async (page, { common }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: common.menu }).click();
    },
  ],
  [
    'the menu of exports',
    async (page, { exports }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: exports.title }).click();
    },
  ],
  [
    'the figures',
    async (page, { figures }) => {
      await pressAll(page, 'Escape', '2');
      await page.getByRole('region', { name: figures.title }).waitFor();
    },
  ],
  [
    'a figure',
    async (page, { figures }) => {
      await page.getByRole('grid', { name: figures.title }).focus();
      await pressAll(page, 'ArrowDown', 'ArrowDown');
    },
  ],
  ['figures by year', (page, { figures }) => page.getByRole('button', { name: figures.views.matrix }).click()],
  ['figures as charts', (page, { figures }) => page.getByRole('button', { name: figures.views.charts }).click()],
  [
    'a requirement of the index',
    async (page, { common }) => {
      await page.keyboard.press('3');
      await page.getByRole('region', { name: common.tabs.index }).locator('tbody tr').first().click();
    },
  ],
  ['the coverage', (page, { common }) => page.getByRole('button', { name: common.tabs.coverage, exact: true }).click()],
  [
    'the rules',
    async (page, { common, findings }) => {
      await page.getByRole('button', { name: common.tabs.rules, exact: true }).click();
      await page.getByRole('article', { name: findings.rule }).waitFor();
    },
  ],
  ['a rule switched off', (page) => page.getByRole('switch').first().click()],
  ['the library', (page, { common }) => page.getByRole('button', { name: common.home }).click()],
  ['a deleted document', (page, { library }) => page.getByRole('button', { name: library.delete('c.pdf') }).click()],
];

async function pressAll(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'zh'],
  ['dark', 'zh'],
] as const)('axe finds nothing on any page, %s, %s', { timeout: 300_000 }, async (colorScheme, language) => {
  const locale = { en: 'en-GB', zh: 'zh-CN' }[language];
  const { page } = await visit({ colorScheme, locale, reducedMotion: 'reduce' });
  const found: Record<string, string[]> = {};
  for (const [name, go] of places) {
    await go(page, { en, zh }[language]);
    // Until the page has come to rest.
    await page.waitForTimeout(250);
    const here = await violations(page);
    if (here.length > 0) found[name] = here;
  }
  expect(found).toEqual({});
});

test('nothing moves for those who asked for less motion', async () => {
  const { page } = await visit({ reducedMotion: 'reduce' });
  await openSample(page);
  await page.keyboard.press('?');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionProperty, transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const moves = transitionProperty !== 'none' && /[1-9]/.test(transitionDuration);
      return moves || animationName !== 'none' || scrollBehavior === 'smooth' ? [element.outerHTML.slice(0, 120)] : [];
    }),
  );
  expect(moving).toEqual([]);
});

test('axe finds nothing on a narrow screen', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  expect(await violations(page)).toEqual([]);
  await openSample(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('list', { name: 'Wrong' }).getByRole('button').first().click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'See it on the page' }).click();
  await page.waitForTimeout(250);
  expect(await violations(page)).toEqual([]);
});

test('the focus goes from the top of the page to its foot, each stop with a name', async () => {
  const { page } = await visit();
  await openSample(page);
  const stops: string[] = [];
  const seen = new Set<string>();
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return null;
      element.dataset.stop ??= String(Math.random());
      const name = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? element.innerText;
      return {
        id: element.dataset.stop,
        region: element.closest('header, .list, .pages, .detail, footer')?.className ?? '',
        tag: element.tagName,
        name: name.trim(),
      };
    });
    if (stop === null || seen.has(stop.id)) break;
    seen.add(stop.id);
    expect(stop.name, `${stop.tag} in ${stop.region}`).not.toBe('');
    stops.push(/list|pages|detail/.exec(stop.region)?.[0] ?? 'frame');
  }
  const order = stops.filter((each, at) => each !== stops[at - 1] && each !== 'frame');
  expect(order).toEqual(['list', 'pages', 'detail']);
});
