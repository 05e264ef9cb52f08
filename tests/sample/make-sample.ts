/**
 * Makes the sample report: `node tests/sample/make-sample.ts` writes `public/sample-report.pdf` and
 * `tests/sample/planted.yaml`. With `--clean FILE.pdf` it writes the report without its planted errors to that file instead.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Page } from 'playwright-core';
import { stringify } from 'yaml';
import { assertSound } from './figures.ts';
import { assertConfined, planted } from './planted.ts';
import { reportHtml } from './report.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const pdfPath = path('../../public/sample-report.pdf');
const plantedPath = path('./planted.yaml');

/** Both fonts are under the SIL Open Font License. One file for all Chinese, so that a line is one font, as in most reports. */
const fonts = [
  { family: 'Noto Sans', weight: 400, file: 'noto-sans/files/noto-sans-latin-400-normal.woff2' },
  { family: 'Noto Sans', weight: 600, file: 'noto-sans/files/noto-sans-latin-600-normal.woff2' },
  { family: 'Noto Sans SC', weight: 400, file: 'noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2' },
  { family: 'Noto Sans SC', weight: 600, file: 'noto-sans-sc/files/noto-sans-sc-chinese-simplified-600-normal.woff2' },
];

/** The font files as `@font-face` rules with the data inside, since a page set from text may not read files. */
async function fontFaces(): Promise<string> {
  const faces = fonts.map(async ({ family, weight, file }) => {
    const data = await readFile(path(`../../node_modules/@fontsource/${file}`), 'base64');
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
  });
  return (await Promise.all(faces)).join('\n');
}

/** Puts a fixed date in place of the time of making, byte for byte, so that the same content gives the same file. */
function withFixedDates(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  return Buffer.from(text.replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, '$120250328090000'), 'latin1');
}

/** Stops when a glyph came from a font of this machine, which Chromium embeds as Type 3: the next machine would differ. */
function assertOwnFonts(pdf: Buffer): void {
  if (/\/Subtype ?\/Type3/.test(pdf.toString('latin1')))
    throw new Error('A character is in none of the sample’s fonts.');
}

/** Stops when anything on a page sticks out of it or runs into the foot. */
async function assertFits(page: Page): Promise<void> {
  const faults = await page.evaluate(() =>
    [...document.querySelectorAll('.page')].flatMap((sheet) => {
      const box = sheet.getBoundingClientRect();
      const floor = sheet.querySelector('.foot')?.getBoundingClientRect().top ?? box.bottom;
      return [...sheet.querySelectorAll('p, h2, h3, table, td, th, .card')]
        .filter((part) => !part.closest('.foot'))
        .map((part) => ({ part, at: part.getBoundingClientRect() }))
        .filter(({ at }) => at.bottom > floor - 6 || at.right > box.right - 40 || at.left < box.left + 40)
        .map(
          ({ part, at }) =>
            `${sheet.id}: ${part.tagName} “${part.textContent?.slice(0, 40)}” ends at ${at.bottom - box.top} of ${floor - box.top}`,
        );
    }),
  );
  if (faults.length > 0) throw new Error(`The sample report overflows:\n${faults.join('\n')}`);
}

/** The list of planted errors, their pages and operands read off the laid-out report. */
async function describePlanted(page: Page): Promise<string> {
  const slots = new Map(
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-slot]')].map(
        (part): [string, { page: number; text: string }] => [
          part.dataset.slot ?? '',
          {
            page: [...document.querySelectorAll('.page')].indexOf(part.closest('.page')!) + 1,
            text: part.textContent ?? '',
          },
        ],
      ),
    ),
  );
  const slot = (name: string) => {
    const found = slots.get(name);
    if (!found) throw new Error(`The sample report has no ${name}`);
    return found;
  };
  const errors = planted.map((error) => ({
    id: error.id,
    right: error.right,
    printed: error.wrong,
    findings: error.findings.map((finding) => ({
      kind: finding.kind,
      family: finding.family,
      severity: finding.severity,
      about: finding.about,
      period: finding.period,
      pages: [...new Set(finding.slots.map((name) => slot(name).page))].sort((a, b) => a - b),
      operands: finding.operands ?? finding.slots.map((name) => slot(name).text),
      description: finding.description,
    })),
  }));
  const head =
    '# The errors planted in public/sample-report.pdf and the findings that they must raise; nothing else in it is wrong.\n' +
    '# Written by `node tests/sample/make-sample.ts` from planted.ts: do not edit. Pages count from 1; operands are as printed, the wrong one first.\n';
  return head + stringify({ report: 'sample-report.pdf', errors }, { lineWidth: 120, singleQuote: true });
}

async function main(): Promise<void> {
  const cleanPath = process.argv[2] === '--clean' ? process.argv[3] : undefined;
  assertSound();
  assertConfined();

  const css = (await fontFaces()) + (await readFile(path('./report.css'), 'utf8'));
  const browser = await playwright.launch({
    args: [...chromium.args, '--font-render-hinting=none'],
    executablePath: await chromium.executablePath(),
    headless: true,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
    await page.setContent(reportHtml(css, cleanPath !== undefined), { waitUntil: 'load' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.fonts.ready);
    await assertFits(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
    assertOwnFonts(pdf);
    await writeFile(cleanPath ?? pdfPath, withFixedDates(pdf));
    if (cleanPath === undefined) await writeFile(plantedPath, await describePlanted(page));
  } finally {
    await browser.close();
  }
}

await main();
