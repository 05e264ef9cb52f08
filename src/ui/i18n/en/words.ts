const number = new Intl.NumberFormat('en-GB');

/** `1 page`, `1,200 pages`. */
export function count(of: number, one: string, many = `${one}s`): string {
  return `${number.format(of)} ${of === 1 ? one : many}`;
}

/** `1,200`. */
export function digits(of: number): string {
  return number.format(of);
}
