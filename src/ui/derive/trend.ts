import type { MatrixRow } from './figure-matrix.ts';

/** One point of a trend, in the chart's own pixels. */
export interface TrendPoint {
  period: string;
  x: number;
  y: number;
}

/** A row over the periods as a drawing: stretches of line between neighbouring periods, and a point for each. */
export interface Trend {
  points: TrendPoint[];
  path: string;
}

/** Pixels around the drawing, so that points at its edge are whole. */
const edge = 3;

/**
 * Row → its trend in a box of this size. The value that is printed most often stands for its period. A period without a
 * figure interrupts the line. Only drawn, never compared: plain floating point is exact enough for pixels.
 */
export function drawTrend(row: MatrixRow, periods: readonly string[], width: number, height: number): Trend {
  const values = periods.map((period) => {
    const number = row.cells.get(period)?.values[0]?.facts[0]?.number;
    return number === undefined ? null : Number(number);
  });
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const stepX = periods.length > 1 ? (width - 2 * edge) / (periods.length - 1) : 0;
  const points: TrendPoint[] = [];
  let path = '';
  let joined = false;
  values.forEach((value, index) => {
    if (value === null) return void (joined = false);
    const x = edge + index * stepX;
    const y = most === least ? height / 2 : height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
    points.push({ period: periods[index]!, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
    path += `${joined ? 'L' : 'M'}${points.at(-1)!.x} ${points.at(-1)!.y}`;
    joined = true;
  });
  return { points, path };
}

/** Rows worth a look as trends: with the most periods first, and of these the ones with a metric. */
export function pickTrends(rows: readonly MatrixRow[], most: number): MatrixRow[] {
  return rows
    .filter((row) => row.cells.size >= 2)
    .sort((a, b) => b.cells.size - a.cells.size || Number(a.metric === null) - Number(b.metric === null))
    .slice(0, most);
}
