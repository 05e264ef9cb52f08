import { guessConvention } from '../../extract/numbers.ts';
import type { TypedContext } from '../../extract/typed-figure.ts';
import { buildUnits } from '../../extract/units.ts';
import type { RulePack } from '../../model/rule.ts';
import type { Report } from '../../model/report.ts';
import { FigureIndex } from '../figures/figure-index.ts';

/** What the editor of a reading needs of the vocabulary. Loaded when it is first opened. */
export interface Editing extends TypedContext {
  /** Ids of the metrics whose names fit what is typed, the best first. */
  findMetrics(query: string): string[];
}

interface Words {
  units: TypedContext['units'];
  /** Every name of every metric on a line of its own, so that the nearest name comes first. */
  names: FigureIndex;
  /** The metric of each line. */
  owners: string[];
}

let vocabulary: Promise<Words> | null = null;

async function loadVocabulary(): Promise<Words> {
  const { default: pack } = (await import('virtual:rule-pack')) as { default: RulePack };
  const lines = pack.metrics.flatMap(({ id, en, zh }) =>
    [id.replace(/[._]/g, ' '), ...en, ...zh].map((name) => ({ id, name })),
  );
  return {
    units: buildUnits(pack.units),
    names: new FigureIndex(lines.map(({ name }) => name)),
    owners: lines.map(({ id }) => id),
  };
}

/** Report → how what is typed about its figures is read. */
export async function loadEditing({ tables, document }: Report): Promise<Editing> {
  vocabulary ??= loadVocabulary();
  const { units, names, owners } = await vocabulary;
  return {
    units,
    convention: guessConvention(tables.flatMap(({ cells }) => cells.map(({ text }) => text))),
    reportYear: document.reportYear,
    findMetrics: (query) => [...new Set(names.search(query).map((at) => owners[at]!))],
  };
}
