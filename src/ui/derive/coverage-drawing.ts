import { shape, svgNamespace } from '../../export/svg.ts';
import type { Shape } from '../../export/svg.ts';
import type { Fact } from '../../model/fact.ts';
import type { Report } from '../../model/report.ts';
import { t } from '../i18n/t.ts';
import type { Cover, FigureCover } from './coverage.ts';

/** The marks' colours do not follow the theme, as the page under them does not. */
const colours: Record<Cover, string> = {
  verified: '#226b43',
  failing: '#b3221c',
  unrelated: '#6f6d66',
  unclear: '#a06800',
};

/** An auditor's pencil: a tick for what holds, a cross for what fails, so that colour is not all that tells them apart. */
const signs: Record<Cover, string> = {
  verified: 'M0 2.6L1.8 4.6L5 0',
  failing: 'M0 0L4.4 4.6M4.4 0L0 4.6',
  unrelated: '',
  unclear: '',
};

/** Draws how each figure of a page is accounted for. */
export function drawCoverage(report: Report, page: number, figures: Map<string, FigureCover>): Shape {
  const [width, height] = report.document.pageSizes[page - 1] ?? [0, 0];
  const facts = report.facts.filter((fact) => fact.page === page);
  return shape('svg', { xmlns: svgNamespace, viewBox: `0 0 ${width} ${height}` }, [
    shape('title', {}, [t.figures.drawing(page)]),
    shape(
      'g',
      { class: 'figures' },
      facts.map((fact) => drawFigure(fact, figures.get(fact.id)!.cover)),
    ),
  ]);
}

function drawFigure({ id, box: [x0, y0, x1, y1] }: Fact, cover: Cover): Shape {
  const colour = colours[cover];
  const box = shape('rect', {
    x: x0 - 1.5,
    y: y0 - 1,
    width: x1 - x0 + 3,
    height: y1 - y0 + 2,
    rx: 1.5,
    fill: colour,
    'fill-opacity': cover === 'unrelated' ? 0.08 : 0.2,
    stroke: colour,
    'stroke-width': cover === 'unrelated' ? 0.6 : 0.9,
    ...(cover === 'unclear' ? { 'stroke-dasharray': '2.2 1.2' } : {}),
  });
  const sign = shape('path', {
    d: signs[cover],
    transform: `translate(${x1 + 2.6} ${y0 - 1.4})`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.3,
  });
  return shape('g', { class: `figure ${cover}`, 'data-fact': id }, signs[cover] === '' ? [box] : [box, sign]);
}
