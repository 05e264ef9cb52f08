import { buildPdf, stream } from '../hostile/build-pdf.ts';

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

const ROWS = ['Northern sites', 'Southern sites', 'Western sites', 'Eastern sites', 'Offices', 'Warehouses', 'Fleet'];
const TOPICS = [
  ['Electricity use', 'MWh'],
  ['Water withdrawal', 'm3'],
  ['Waste generated', 't'],
  ['Training hours', 'h'],
  ['Natural gas', 'm3'],
  ['Employees', 'persons'],
] as const;

const print = (value: number): string => value.toLocaleString('en');

/** A report of invented figures: on each page a heading, two paragraphs and a ruled table that adds up; every fiftieth does not. */
export function makeReport(pageCount: number, seed: number): Uint8Array {
  const random = seeded(seed);
  const kids = Array.from({ length: pageCount }, (_, i) => `${10 + 2 * i} 0 R`).join(' ');
  const objects: Record<number, string | Uint8Array> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${kids}] /Count ${pageCount} >>`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    6: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  };
  for (let i = 0; i < pageCount; i++) {
    objects[10 + 2 * i] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${11 + 2 * i} 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`;
    objects[11 + 2 * i] = stream('', drawPage(i + 1, random));
  }
  return buildPdf({ objects });
}

function drawPage(number: number, random: () => number): string {
  const out: string[] = [];
  const show = (text: string, x: number, y: number, size = 9, font = 'F1'): void =>
    void out.push(`BT /${font} ${size} Tf ${x} ${y} Td (${text}) Tj ET`);
  const [topic, unit] = TOPICS[number % TOPICS.length]!;
  show(`${number}. ${topic}`, 50, 780, 16, 'F2');
  const share = (random() * 20).toFixed(1);
  for (let k = 0; k < 12; k++) {
    show(
      `We follow ${topic.toLowerCase()} at every site and tell what changed; ${share}% of sites were audited in part ${k}.`,
      50,
      750 - 13 * k,
    );
  }
  const top = 570;
  const columns = [50, 260, 360, 460];
  const years = [2022, 2023, 2024];
  show(`${topic} by part, ${unit}`, 50, top + 22, 10, 'F2');
  years.forEach((year, c) => show(String(year), columns[c + 1]!, top, 9, 'F2'));
  const sums = [0, 0, 0];
  ROWS.forEach((row, r) => {
    show(row, 50, top - 18 * (r + 1));
    years.forEach((_, c) => {
      const value = Math.round(100 + random() * 9000);
      sums[c]! += value;
      show(print(value), columns[c + 1]!, top - 18 * (r + 1));
    });
  });
  const last = top - 18 * (ROWS.length + 1);
  show('Total', 50, last, 9, 'F2');
  sums.forEach((sum, c) => show(print(sum + (number % 50 === 0 && c === 2 ? 900 : 0)), columns[c + 1]!, last, 9, 'F2'));
  for (let r = 0; r <= ROWS.length + 2; r++) out.push(`50 ${top + 13 - 18 * r} m 545 ${top + 13 - 18 * r} l S`);
  for (let k = 0; k < 14; k++)
    show(
      `Measures of year ${2020 + (k % 5)} are described with their owners, and results are reviewed by the board.`,
      50,
      380 - 13 * k,
    );
  show(`Environmental, social and governance report 2024   ${number}`, 50, 30, 7);
  return out.join('\n');
}
