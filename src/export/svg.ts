/** One SVG element as plain data: the same drawing becomes a file or live nodes, and text from a PDF is never parsed. */
export interface Shape {
  name: string;
  attributes: Record<string, string | number>;
  children: (Shape | string)[];
}

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** Makes a shape. */
export function shape(name: string, attributes: Shape['attributes'], children: Shape['children'] = []): Shape {
  return { name, attributes, children };
}

/** Characters that XML 1.0 does not allow even when escaped; half a surrogate pair is one of them. */
const forbidden =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text that is safe inside an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Writes a shape as XML. */
export function toXml({ name, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : toXml(child))).join('');
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}
