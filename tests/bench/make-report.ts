import { deflateSync } from 'node:zlib';
import { buildPdf, stream } from '../hostile/build-pdf.ts';
import { NAMES, SENTENCES, SUBJECTS, TOPICS } from './words.ts';

/** A generator of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const FONTS = ['Helvetica', 'Helvetica-Bold', 'Times-Roman', 'Times-Italic'];
/** Share of the tables that do not add up, and of the paragraphs that have a doubled word. */
const WRONG_TOTALS = 1 / 12;
const DOUBLED_WORDS = 1 / 60;

/**
 * A report of invented figures, set as reports are. Of each ten pages six are prose (two columns of some sixty lines, a figure in every third
 * sentence), three hold two ruled tables of a dozen rows and three years with totals, and one is a page of a content index. Text is kerned and
 * streams are compressed; fonts are not embedded, so that pdf.js has less to do than with most.
 */
export function makeReport(pageCount: number, seed: number, wrongTotals = WRONG_TOTALS): Uint8Array {
  const random = seeded(seed);
  const first = 10;
  const kids = Array.from({ length: pageCount }, (_, i) => `${first + 2 * i} 0 R`).join(' ');
  const fonts = FONTS.map((_, i) => `/F${i + 1} ${i + 3} 0 R`).join(' ');
  const objects: Record<number, string | Uint8Array> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${kids}] /Count ${pageCount} >>`,
  };
  FONTS.forEach((name, i) => {
    objects[i + 3] = `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`;
  });
  for (let i = 0; i < pageCount; i++) {
    objects[first + 2 * i] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 1 + 2 * i} 0 R /Resources << /Font << ${fonts} >> >> >>`;
    objects[first + 1 + 2 * i] = stream('/Filter /FlateDecode', deflateSync(drawPage(i + 1, random, wrongTotals)));
  }
  return buildPdf({ objects });
}

/** Collects the operators of a page. */
class Canvas {
  readonly out: string[] = [];

  text(text: string, x: number, y: number, size = 8.5, font = 1): void {
    // Typesetting programs kern between some letters, which breaks a line into pieces.
    const pieces = text.match(/.{1,7}/g) ?? [];
    const kerned = pieces.map((piece) => `(${piece.replace(/[()\\]/g, '\\$&')})`).join(' -8 ');
    this.out.push(`BT /F${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm [${kerned}] TJ ET`);
  }

  rule(x0: number, x1: number, y: number): void {
    this.out.push(`0.5 w ${x0} ${y} m ${x1} ${y} l S`);
  }
}

function drawPage(number: number, random: Random, wrongTotals: number): string {
  const canvas = new Canvas();
  const topic = TOPICS[number % TOPICS.length]!;
  canvas.text('Environmental, social and governance report 2024', 50, 815, 7);
  canvas.text(String(number), 540, 30, 7);
  const kind = number % 10;
  if (kind === 0) drawIndex(canvas, random);
  else if (kind % 3 === 0) [740, 400].forEach((top) => drawTable(canvas, top, random, wrongTotals));
  else drawProse(canvas, number % 3 === 1 ? topic.name : pick(SUBJECTS, random), number, random);
  return canvas.out.join('\n');
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
const print = (value: number): string => value.toLocaleString('en');
/** Characters that fit a column of half the page. */
const LINE = 58;

function drawProse(canvas: Canvas, topic: string, number: number, random: Random): void {
  canvas.text(`${Math.ceil(number / 10)}.${number % 10} ${topic} at our sites`, 50, 780, 15, 2);
  for (const x of [50, 305]) {
    let y = 750;
    while (y > 90) {
      const double = random() < DOUBLED_WORDS ? ' in in the course of the year.' : '';
      const words = [1, 2, 3, 4].map(() => sentence(topic, random)).join(' ') + double;
      for (const line of wrap(words)) canvas.text(line, x, (y -= 10.5));
      y -= 6;
    }
  }
}

function sentence(topic: string, random: Random): string {
  return pick(SENTENCES, random)
    .replaceAll('{topic}', topic.toLowerCase())
    .replaceAll('{name}', pick(NAMES, random))
    .replaceAll('{share}', (random() * 90 + 1).toFixed(1))
    .replaceAll('{count}', print(Math.round(random() * 40000 + 20)))
    .replaceAll('{year}', String(2021 + Math.floor(random() * 4)));
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length > LINE) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const YEARS = [2022, 2023, 2024];
const COLUMNS = [50, 300, 390, 480];

function drawTable(canvas: Canvas, top: number, random: Random, wrongTotals: number): void {
  // Most figures of a report come once, and have no name that others give them.
  const { name, unit } =
    random() < 1 / 6
      ? pick(TOPICS, random)
      : { name: `${pick(SUBJECTS, random)} of ${pick(NAMES, random)}`, unit: '1000' };
  canvas.text(`${name} by site (${unit})`, 50, top + 20, 10, 2);
  YEARS.forEach((year, c) => canvas.text(String(year), COLUMNS[c + 1]!, top, 8.5, 2));
  const rows = 8 + Math.floor(random() * 5);
  const names = new Set<string>();
  while (names.size < rows)
    names.add(`${pick(NAMES, random)} ${pick(['plant', 'office', 'depot', 'mine', 'port'], random)}`);
  const sums = YEARS.map(() => 0);
  [...names].forEach((row, r) => {
    const y = top - 18 * (r + 1);
    canvas.text(row, COLUMNS[0]!, y);
    YEARS.forEach((_, c) => {
      const value = Math.round(100 + random() * 9000);
      sums[c]! += value;
      canvas.text(print(value), COLUMNS[c + 1]!, y);
    });
    canvas.rule(50, 545, y - 5);
  });
  const last = top - 18 * (rows + 1);
  const wrong = random() < wrongTotals ? 900 : 0;
  canvas.text('Total', COLUMNS[0]!, last, 8.5, 2);
  sums.forEach((sum, c) => canvas.text(print(sum + (c === 2 ? wrong : 0)), COLUMNS[c + 1]!, last, 8.5, 2));
  for (const y of [top + 12, top - 5, last - 5]) canvas.rule(50, 545, y);
}

function drawIndex(canvas: Canvas, random: Random): void {
  canvas.text('GRI content index', 50, 780, 15, 2);
  for (let r = 0; r < 36; r++) {
    const y = 750 - 18 * r;
    const { name } = pick(TOPICS, random);
    canvas.text(`GRI ${301 + Math.floor(random() * 8)}-${1 + Math.floor(random() * 4)}`, 50, y);
    canvas.text(`${name} of ${pick(NAMES, random)} sites`, 140, y);
    canvas.text(String(1 + Math.floor(random() * 90)), 480, y);
    canvas.rule(50, 545, y - 5);
  }
}
