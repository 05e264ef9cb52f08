import type { Report } from '../model/report.ts';
import { drawReading } from './reading-drawing.ts';
import { toXml } from './svg.ts';

/** Draws what was read on a page, as an SVG file of the page's size with its text in small grey letters. */
export function readingSvg(report: Report, page: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(drawReading(report, page, { paper: true }))}\n`;
}
