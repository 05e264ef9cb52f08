import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSample, useBrowser, visit } from './browser.ts';

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

/** Every page and sheet of the app, and how to get there from the one before. */
const places: [name: string, go: (page: Page) => Promise<void>][] = [
  ['the start', async (page) => page.getByText('Drop a report here').waitFor()],
  ['the findings', openSample],
  ['the filters', (page) => page.getByRole('button', { name: 'Filter' }).click()],
  ['a finding in the wrong place of nothing', (page) => page.getByRole('searchbox').fill('zzzz')],
  ['the findings again', (page) => page.getByRole('button', { name: 'Show everything' }).click()],
  ['a decision', (page) => page.keyboard.press('c')],
  ['a dismissal', (page) => page.keyboard.press('d')],
  ['a dismissed finding', (page) => page.keyboard.press('1')],
  ['a note', (page) => page.keyboard.press('n')],
  [
    'a page of the report',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
    },
  ],
  ['what was read', (page) => page.keyboard.press('o')],
  ['the help sheet', (page) => page.keyboard.press('?')],
  [
    'the palette',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
    },
  ],
  [
    'the menu',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Menu' }).click();
    },
  ],
  [
    'the figures',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      await page.getByRole('region', { name: 'Figures' }).waitFor();
    },
  ],
  [
    'the index',
    async (page) => {
      await page.keyboard.press('3');
      await page.getByRole('region', { name: 'Index' }).locator('tbody tr').first().click();
    },
  ],
  ['the coverage', (page) => page.getByRole('button', { name: 'Coverage', exact: true }).click()],
  [
    'the rules',
    async (page) => {
      await page.getByRole('button', { name: 'Rules', exact: true }).click();
      await page.getByRole('article', { name: 'Rule' }).waitFor();
    },
  ],
  [
    'the library',
    async (page) => {
      await page.getByRole('button', { name: 'Crossfoot, all documents' }).click();
      await page.getByText('What is kept, and where').click();
    },
  ],
];

test.each(['light', 'dark'] as const)('axe finds nothing on any page, %s', async (colorScheme) => {
  const { page } = await visit({ colorScheme, reducedMotion: 'reduce' });
  const found: Record<string, string[]> = {};
  for (const [name, go] of places) {
    await go(page);
    // Until the page has come to rest.
    await page.waitForTimeout(250);
    const here = await violations(page);
    if (here.length > 0) found[name] = here;
  }
  expect(found).toEqual({});
});

test.each(['light', 'dark'] as const)('axe finds nothing on the index in Chinese, %s', async (colorScheme) => {
  const { page } = await visit({ colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' });
  await page.getByRole('button', { name: '打开示例报告' }).click();
  await page.getByRole('button', { name: '索引', exact: true }).click();
  await page.getByRole('region', { name: '索引' }).locator('tbody tr').first().click();
  await page.waitForTimeout(250);
  expect(await violations(page)).toEqual([]);
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
