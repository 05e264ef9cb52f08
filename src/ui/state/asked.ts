import type { Asked } from './route.ts';

/** What an address calls a facet: `page` is the page that is leafed to, so that a filter by page is `on`. */
export function nameOf(facet: string): string {
  return facet === 'page' ? 'on' : facet;
}

/** Facets with their values → the names and values of an address; what is null is left out. */
export function askedOf(values: Readonly<Record<string, string | number | null>>): Asked {
  const set = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(set.map(([facet, value]) => [nameOf(facet), String(value)]));
}

export function isSameAsked(a: Asked, b: Asked): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
