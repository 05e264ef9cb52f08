import { OPS } from '#pdfjs';
import { IDENTITY, apply, multiply } from '../geometry/matrix.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { Fill, Page, Segment, TextRun } from '../model/page.ts';
import { PathCollector } from './paths.ts';
import { RunCollector } from './runs.ts';

export interface OperatorList {
  fnArray: number[];
  argsArray: (unknown[] | null)[];
}

export interface FontFacts {
  name: string;
  bold: boolean;
  vertical: boolean;
  /** Glyph space to text space: 0.001 for all but odd fonts. */
  unit: number;
}

/** What pdf.js hands over for one character. */
interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

interface GraphicsState {
  ctm: Matrix;
  font: FontFacts | null;
  fontSize: number;
  /** −1 when the font size is negative: text runs the other way. */
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  fill: string;
  lineWidth: number;
}

/** Text rendering mode that paints nothing (PDF 32000-1, 9.3.6): OCR layers use it. */
const INVISIBLE = 3;
/** Mode that fills and strokes, the usual way to fake bold. */
const FILL_AND_STROKE = 2;
/** Nesting of saved states beyond this is hostile. */
const MAX_SAVED_STATES = 10_000;

type Painted = Pick<Page, 'runs' | 'segments' | 'fills' | 'imageCover'>;

/**
 * Runs a page's operators as a canvas would, but collects instead of painting: glyphs into runs, thin boxes and
 * axis-parallel strokes into segments, other boxes into fills. Coordinates come out in points from the top left
 * through `viewport`, the page's matrix at scale 1.
 */
export function interpret(
  operators: OperatorList,
  viewport: Matrix,
  pageWidth: number,
  pageHeight: number,
  fontOf: (name: string) => FontFacts,
): Painted {
  const runs = new RunCollector(pageWidth, pageHeight);
  const paths = new PathCollector(pageWidth, pageHeight);
  const saved: GraphicsState[] = [];
  let state: GraphicsState = {
    ctm: viewport,
    font: null,
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    fill: '#000000',
    lineWidth: 1,
  };
  let textMatrix: Matrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  let imageCover = 0;
  // pdf.js drops the images we told it to skip, but not the matrix that placed them: a transform followed by nothing.
  let unpainted = false;

  const save = (): void => {
    if (saved.length < MAX_SAVED_STATES) saved.push({ ...state });
  };
  const restore = (): void => {
    if (unpainted) imageCover += coveredShare(state.ctm, pageWidth, pageHeight);
    unpainted = false;
    const previous = saved.pop();
    if (previous) state = previous;
  };
  const move = (dx: number, dy: number): void => {
    x = lineX += dx;
    y = lineY += dy;
  };

  const showText = (glyphs: (Glyph | number | null)[]): void => {
    const font = state.font;
    if (!font || state.fontSize === 0) return;
    const toPage = multiply(state.ctm, textMatrix);
    const advanceScale = state.fontSize * font.unit;
    const style = runs.style(toPage, {
      size: state.fontSize * Math.abs(font.unit) * 1000,
      direction: state.fontDirection,
      font: font.name,
      bold: font.bold || state.renderingMode === FILL_AND_STROKE,
      color: state.fill,
      invisible: state.renderingMode === INVISIBLE,
    });
    let advance = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        advance += ((font.vertical ? 1 : -1) * glyph * state.fontSize) / 1000;
        continue;
      }
      const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * state.fontDirection;
      const step = glyph.width * advanceScale;
      if (font.vertical) {
        const [px, py] = apply(toPage, x, y + state.rise);
        const [qx, qy] = apply(toPage, x, y + state.rise + step);
        runs.add(style, glyph.unicode, px, py, qx, qy);
        y += step - spacing;
      } else {
        const scale = state.horizontalScale * state.fontDirection;
        const [px, py] = apply(toPage, x + advance * scale, y + state.rise);
        const [qx, qy] = apply(toPage, x + (advance + step) * scale, y + state.rise);
        runs.add(style, glyph.unicode, px, py, qx, qy);
        advance += step + spacing;
      }
    }
    if (font.vertical) y += advance;
    else x += advance * state.horizontalScale * state.fontDirection;
  };

  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = (operators.argsArray[i] ?? []) as never[];
    const [a0, a1] = args as unknown[];
    switch (operators.fnArray[i]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix);
        unpainted = true;
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (a0) state.ctm = multiply(state.ctm, a0 as Matrix);
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.setGState:
        for (const [key, value] of a0 as [string, unknown][]) {
          if (key === 'LW') state.lineWidth = value as number;
          if (key === 'Font') setFont(value as [string, number]);
        }
        break;
      case OPS.beginText:
        textMatrix = IDENTITY;
        x = y = lineX = lineY = 0;
        break;
      case OPS.setFont:
        setFont(args as unknown as [string, number]);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = a0 as number;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = a0 as number;
        break;
      case OPS.setHScale:
        state.horizontalScale = (a0 as number) / 100;
        break;
      case OPS.setLeading:
        state.leading = -(a0 as number);
        break;
      case OPS.setTextRise:
        state.rise = a0 as number;
        break;
      case OPS.setTextRenderingMode:
        state.renderingMode = a0 as number;
        break;
      case OPS.setTextMatrix:
        // pdf.js passes the six numbers either as one typed array or one by one.
        textMatrix = (ArrayBuffer.isView(a0) || Array.isArray(a0) ? a0 : args) as unknown as Matrix;
        x = y = lineX = lineY = 0;
        break;
      case OPS.moveText:
        move(a0 as number, a1 as number);
        break;
      case OPS.setLeadingMoveText:
        state.leading = a1 as number;
        move(a0 as number, a1 as number);
        break;
      case OPS.nextLine:
        move(0, state.leading);
        break;
      case OPS.showText:
        unpainted = false;
        showText(a0 as (Glyph | number | null)[]);
        break;
      case OPS.setFillRGBColor:
        state.fill = typeof a0 === 'string' ? a0 : '';
        break;
      case OPS.setFillColorN:
        state.fill = '';
        break;
      case OPS.setLineWidth:
        state.lineWidth = a0 as number;
        break;
      case OPS.constructPath:
        unpainted = false;
        paths.add(a0 as number, (a1 as [Float32Array | null])[0], state.ctm, state.lineWidth, state.fill);
        break;
      case OPS.shadingFill:
        unpainted = false;
        break;
    }
  }

  function setFont([name, size]: [string, number]): void {
    state.font = fontOf(name);
    state.fontSize = Math.abs(size);
    state.fontDirection = size < 0 ? -1 : 1;
  }

  const collected: { runs: TextRun[]; segments: Segment[]; fills: Fill[] } = { runs: runs.finish(), ...paths.finish() };
  return { ...collected, imageCover: Math.min(1, imageCover) };
}

/** Share of the page that the unit square covers under `m`: images are painted into it. */
function coveredShare(m: Matrix, pageWidth: number, pageHeight: number): number {
  const [x0, y0] = apply(m, 0, 0);
  const [x1, y1] = apply(m, 1, 1);
  const clip = (v: number, top: number): number => Math.min(Math.max(v, 0), top);
  const w = Math.abs(clip(x1, pageWidth) - clip(x0, pageWidth));
  const h = Math.abs(clip(y1, pageHeight) - clip(y0, pageHeight));
  return (w * h) / (pageWidth * pageHeight || 1);
}
