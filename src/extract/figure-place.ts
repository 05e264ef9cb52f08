import type { NumberReading } from './numbers.ts';
import type { Stretch } from './sentences.ts';

/** The words of a sentence that name a figure. */
export interface FoundLabel {
  text: string;
  start: number;
  end: number;
  /**
   * `names`: the figure is this. `change`: how much it rose or fell. `counted`: so many of these, maybe a part of all.
   * `several`: the words name more than this figure.
   */
  kind: 'names' | 'change' | 'counted' | 'several';
  /** When the label is a share, the part alone: another expression of the figure is an amount of it. */
  amount?: string;
  /** The same said as a table would print it, for the vocabulary; absent when the words themselves do. */
  name?: string;
}

/** A figure in its sentence, as the finders of labels see it. */
export interface FigurePlace {
  text: string;
  sentence: Stretch;
  /** The sentence up to the figure, without its qualifier, currency and `a total of`. Offset 0 is `sentence.start`. */
  front: string;
  figure: NumberReading;
  unitEnd: number;
  hasUnit: boolean;
  /** Where the noun begins that the figure may count: a counted word is its unit at once (`12 suppliers`). */
  nounStart: number;
  /** Label of the figure before it in the sentence, and where that figure ends. */
  previous: FoundLabel | null;
  previousEnd: number;
  entity: readonly string[];
}
