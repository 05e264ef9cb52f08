import { round2 } from '../geometry/box.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { TextRun } from '../model/page.ts';
import { cleanText } from './clean-text.ts';

/** A gap wider than this share of the font size between two glyphs is a space, though none was printed. */
const SPACE_GAP = 0.17;
/** Between two ideographs, which are often letter-spaced, a space needs a wider gap. */
const IDEOGRAPH_SPACE_GAP = 0.5;
/** A gap wider than this share of the font size ends the run: it may be the gutter of a table. */
const RUN_GAP = 0.62;
/** Glyphs that step back further than this share of the font size start a new run. */
const BACK_STEP = 0.35;
/** Two baselines this close, as a share of the font size, are one. */
const BASELINE_DRIFT = 0.12;
/** The same text painted again within this share of the font size is a shadow or fake bold. */
const DOUBLE_STRIKE = 0.2;
/** Height of a run above and below its baseline, as shares of the font size. */
const ASCENT = 0.8;
const DESCENT = 0.2;

export interface RunStyle {
  size: number;
  font: string;
  bold: boolean;
  color: string;
  invisible: boolean;
  angle: number;
  /** Unit vector of the writing direction on the page. */
  ux: number;
  uy: number;
}

interface Open {
  style: RunStyle;
  text: string;
  /** Start and end of each UTF-16 unit along the writing direction. */
  starts: number[];
  end: number;
  /** Baseline across the writing direction. */
  across: number;
  pendingSpace: boolean;
}

const IDEOGRAPH = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

/** Joins glyphs, in painting order, into runs. */
export class RunCollector {
  readonly #runs: TextRun[] = [];
  readonly #width: number;
  readonly #height: number;
  #open: Open | null = null;

  constructor(pageWidth: number, pageHeight: number) {
    this.#width = pageWidth;
    this.#height = pageHeight;
  }

  /** The look of text under `toPage` (text space → page). `size` is the font size in text space. */
  style(
    toPage: Matrix,
    text: { size: number; direction: number; font: string; bold: boolean; color: string; invisible: boolean },
  ): RunStyle {
    const across = Math.hypot(toPage[2], toPage[3]);
    const along = Math.hypot(toPage[0], toPage[1]) || 1;
    const [ux, uy] = [(toPage[0] / along) * text.direction, (toPage[1] / along) * text.direction];
    const degrees = (Math.atan2(uy, ux) * 180) / Math.PI;
    return {
      size: text.size * across,
      font: text.font,
      bold: text.bold,
      color: text.color,
      invisible: text.invisible,
      angle: (((Math.round(degrees / 90) * 90) % 360) + 360) % 360,
      ux,
      uy,
    };
  }

  /** Adds a glyph that reaches from (x0, y0) to (x1, y1) on its baseline, in page points. */
  add(style: RunStyle, unicode: string, x0: number, y0: number, x1: number, y1: number): void {
    const start = x0 * style.ux + y0 * style.uy;
    const end = x1 * style.ux + y1 * style.uy;
    const across = -x0 * style.uy + y0 * style.ux;
    const text = cleanText(unicode, style.font);
    let open = this.#open;
    if (text.trim() === '') {
      if (open && sameLook(open.style, style)) open.pendingSpace = true;
      return;
    }
    if (open && !this.#continues(open, style, start, across)) {
      this.#close();
      open = null;
    }
    if (!open) {
      open = { style, text: '', starts: [], end: start, across, pendingSpace: false };
      this.#open = open;
    } else if (open.pendingSpace || start - open.end > this.#spaceGap(open, text)) {
      open.text += ' ';
      open.starts.push(open.end);
    }
    open.pendingSpace = false;
    const step = (end - start) / text.length;
    for (let i = 0; i < text.length; i++) open.starts.push(start + i * step);
    open.text += text;
    open.end = end;
  }

  finish(): TextRun[] {
    this.#close();
    return withoutDoubles(this.#runs);
  }

  #spaceGap(open: Open, next: string): number {
    const between = IDEOGRAPH.test(open.text.at(-1) ?? '') && IDEOGRAPH.test(next);
    return open.style.size * (between ? IDEOGRAPH_SPACE_GAP : SPACE_GAP);
  }

  #continues(open: Open, style: RunStyle, start: number, across: number): boolean {
    const size = open.style.size;
    const gap = start - open.end;
    return (
      sameLook(open.style, style) &&
      Math.abs(across - open.across) <= BASELINE_DRIFT * size &&
      gap <= RUN_GAP * size &&
      gap >= -BACK_STEP * size
    );
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (!open || open.text === '') return;
    const { style } = open;
    const first = open.starts[0]!;
    const at = (along: number, across: number): [number, number] => [
      along * style.ux - across * style.uy,
      along * style.uy + across * style.ux,
    ];
    const corners = [
      at(first, open.across - ASCENT * style.size),
      at(open.end, open.across - ASCENT * style.size),
      at(first, open.across + DESCENT * style.size),
      at(open.end, open.across + DESCENT * style.size),
    ];
    const xs = corners.map((c) => c[0]);
    const ys = corners.map((c) => c[1]);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(round2) as [
      number,
      number,
      number,
      number,
    ];
    if (box[2] <= 0 || box[0] >= this.#width || box[3] <= 0 || box[1] >= this.#height) return;
    if (!box.every(Number.isFinite)) return;
    const level = style.angle === 0;
    this.#runs.push({
      text: open.text,
      box,
      edges: [...open.starts, open.end].map(round2),
      baseline: round2(level ? open.across : box[3]),
      size: round2(style.size),
      font: style.font,
      bold: style.bold,
      color: style.color,
      angle: style.angle,
      invisible: style.invisible,
    });
  }
}

function sameLook(a: RunStyle, b: RunStyle): boolean {
  return (
    a === b ||
    (a.font === b.font &&
      Math.abs(a.size - b.size) < 0.05 &&
      a.color === b.color &&
      a.invisible === b.invisible &&
      Math.abs(a.ux - b.ux) < 0.01 &&
      Math.abs(a.uy - b.uy) < 0.01)
  );
}

/** The same text painted twice at one place is kept once, as bold. */
function withoutDoubles(runs: TextRun[]): TextRun[] {
  const byText = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    const twins = byText.get(run.text);
    if (!twins) {
      byText.set(run.text, [run]);
      return true;
    }
    const reach = DOUBLE_STRIKE * run.size;
    const first = twins.find(
      (t) =>
        Math.abs(t.box[0] - run.box[0]) < reach &&
        Math.abs(t.box[1] - run.box[1]) < reach &&
        Math.abs(t.size - run.size) < 0.5,
    );
    twins.push(run);
    if (first) first.bold = true;
    return !first;
  });
}
