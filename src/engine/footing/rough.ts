import { lastDigitUnit } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Line } from './grid.ts';

/** A figure in floats, for the search: value and one unit of its last digit, in base units and as printed. */
interface Rough {
  base: number;
  print: number;
  baseUnit: number;
  printUnit: number;
}

const roughs = new WeakMap<Quantity, Rough>();

function roughOf(figure: Quantity): Rough {
  let rough = roughs.get(figure);
  if (rough === undefined) {
    const unit = lastDigitUnit(figure.fact.number);
    rough = {
      base: figure.value.toNumber(),
      print: Number(figure.fact.number),
      baseUnit: unit.times(figure.perPrinted).toNumber(),
      printUnit: unit.toNumber(),
    };
    roughs.set(figure, rough);
  }
  return rough;
}

/** Total and lines beside it → how many of them, counted from the total, add up to it at some place. In floats, so with room to spare. */
export function promisingLengths(total: Line, lines: readonly Line[]): number[] {
  const places = [...total.cells].map(([place, figure]) => {
    const { base, print, baseUnit, printUnit } = roughOf(figure);
    return { place, base, print, baseSlack: baseUnit, printSlack: printUnit, baseSum: 0, printSum: 0, parts: 0 };
  });
  const lengths: number[] = [];
  lines.forEach((line, i) => {
    let promising = false;
    for (const at of places) {
      const figure = line.cells.get(at.place);
      if (figure === undefined) continue;
      const { base, print, baseUnit, printUnit } = roughOf(figure);
      at.baseSum += base;
      at.printSum += print;
      at.baseSlack += baseUnit;
      at.printSlack += printUnit;
      if (print !== 0) at.parts++;
      promising ||=
        at.parts > 1 && (near(at.baseSum, at.base, at.baseSlack) || near(at.printSum, at.print, at.printSlack));
    }
    if (promising && i > 0) lengths.push(i + 1);
  });
  return lengths;
}

const FLOAT_ERROR = 1e-9;

function near(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack + Math.abs(b) * FLOAT_ERROR;
}

/**
 * Total and lines → the pairs of them that come near it at two places or more. A table of a hundred lines has some ten thousand such pairs, so
 * that the figures are laid out in plain arrays first.
 */
export function promisingPairs(total: Line, lines: readonly Line[]): [Line, Line][] {
  const places = [...total.cells.keys()];
  const targets = places.map((place) => roughOf(total.cells.get(place)!));
  const laidOut = lines.map((line) =>
    places.map((place) => {
      const figure = line.cells.get(place);
      return figure === undefined ? null : roughOf(figure);
    }),
  );
  const pairs: [Line, Line][] = [];
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      let hits = 0;
      for (let p = 0; p < places.length; p++) {
        const a = laidOut[i]![p];
        const b = laidOut[j]![p];
        const t = targets[p]!;
        if (a == null || b == null) continue;
        const slack = a.printUnit + b.printUnit + t.printUnit;
        // A part within the slack adds nothing that could be told.
        if (Math.min(Math.abs(a.print), Math.abs(b.print)) <= slack / 2) continue;
        const inBase = near(a.base + b.base, t.base, a.baseUnit + b.baseUnit + t.baseUnit);
        if (inBase || near(a.print + b.print, t.print, slack)) hits++;
      }
      if (hits > 1) pairs.push([lines[i]!, lines[j]!]);
    }
  }
  return pairs;
}
