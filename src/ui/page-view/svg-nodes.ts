import { svgNamespace } from '../../export/svg.ts';
import type { Shape } from '../../export/svg.ts';

/** A drawing as live nodes. Text becomes text nodes: nothing in it is ever read as markup. */
function svgNodes({ name, attributes, children }: Shape): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') element.setAttribute(key, String(value));
  }
  element.append(...children.map((child) => (typeof child === 'string' ? child : svgNodes(child))));
  return element;
}

/** Shows a drawing in `host`, in the place of what was there. */
export function showDrawing(host: Element, drawing: Shape): void {
  host.replaceChildren(svgNodes(drawing));
}
