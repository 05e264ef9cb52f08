import Big from 'big.js';
import { changeSize, figures, print, type FigureId } from './figures.ts';

/** One finding that a planted error must raise. */
export interface PlantedFinding {
  kind: 'sum' | 'equal' | 'shares' | 'ratio' | 'change' | 'index';
  /** The family of rules that finds it. */
  family: string;
  severity: 'error' | 'warning';
  /** The vocabulary's metric, or the standard's article. */
  about: string;
  period: string;
  /** Slots (see `report.ts`) of the figures involved; the wrong one first. */
  slots: string[];
  /** What the finding must name, when that is not what stands in the slots. */
  operands?: string[];
  description: string;
}

/** One deliberate error: what is printed at `slot` instead of what is right, and what must be found. */
export interface Planted {
  id: string;
  slot: string;
  right: string;
  wrong: string;
  findings: PlantedFinding[];
}

const now = (id: FigureId): string => print(figures[id][2024], figures[id].decimals);
const before = (id: FigureId): string => print(figures[id][2023], figures[id].decimals);

/** Exchanges the characters at two places. */
const swap = (text: string, one: number, other: number): string => {
  const chars = [...text];
  [chars[one], chars[other]] = [chars[other] ?? '', chars[one] ?? ''];
  return chars.join('');
};

/** Puts another digit at a place, counted from the end when negative. */
const replaceDigit = (text: string, at: number, digit: string): string => {
  const chars = [...text];
  chars[at < 0 ? chars.length + at : at] = digit;
  return chars.join('');
};

/** Every deliberate error of the sample. All else in it is right. */
export const planted: Planted[] = [
  {
    id: 'scope-total-swapped',
    slot: 'climate.ghgTotal.2024',
    right: now('ghgTotal'),
    wrong: swap(now('ghgTotal'), 4, 5),
    findings: [
      {
        kind: 'sum',
        family: 'total GHG emissions = Scope 1 + Scope 2',
        severity: 'error',
        about: 'ghg.total',
        period: '2024',
        slots: ['climate.ghgTotal.2024', 'climate.scope1.2024', 'climate.scope2.2024'],
        description: 'The emissions table prints a total with two digits swapped; Scope 1 and Scope 2 give another.',
      },
      {
        kind: 'equal',
        family: 'one fact printed in several places',
        severity: 'error',
        about: 'ghg.total',
        period: '2024',
        slots: ['climate.ghgTotal.2024', 'performance.ghgTotal.2024', 'chinese.ghgTotal.2024'],
        description: 'The swapped total disagrees with the performance table and with the Chinese page.',
      },
    ],
  },
  {
    id: 'waste-total-2023',
    slot: 'waste.wasteTotal.2023',
    right: before('wasteTotal'),
    wrong: replaceDigit(before('wasteTotal'), 3, '8'),
    findings: [
      {
        kind: 'sum',
        family: 'total waste = hazardous + non-hazardous',
        severity: 'error',
        about: 'waste.total',
        period: '2023',
        slots: ['waste.wasteTotal.2023', 'waste.hazardous.2023', 'waste.nonHazardous.2023'],
        description: 'The comparative total of the waste table has one wrong digit.',
      },
    ],
  },
  {
    id: 'gasoline-two-values',
    slot: 'performance.gasoline.2024',
    right: now('gasoline'),
    wrong: swap(now('gasoline'), 1, 3),
    findings: [
      {
        kind: 'equal',
        family: 'one fact printed in several places',
        severity: 'error',
        about: 'energy.gasoline',
        period: '2024',
        slots: ['performance.gasoline.2024', 'energy.gasoline.2024'],
        description: 'Gasoline differs between the energy table and the performance table.',
      },
    ],
  },
  {
    id: 'donations-chinese-page',
    slot: 'chinese.donationsWan.2024',
    right: now('donationsWan'),
    wrong: swap(now('donationsWan'), 1, 2),
    findings: [
      {
        kind: 'equal',
        family: 'one fact printed in several places, in another unit',
        severity: 'error',
        about: 'social.donation',
        period: '2024',
        slots: ['chinese.donationsWan.2024', 'performance.donations.2024'],
        description: 'Donations in 万元 on the Chinese page are not the RMB million of the English table.',
      },
    ],
  },
  {
    id: 'age-groups',
    slot: 'people.from31Pct.2024',
    right: now('from31Pct'),
    wrong: replaceDigit(now('from31Pct'), 1, '4'),
    findings: [
      {
        kind: 'shares',
        family: 'age groups add to 100 %',
        severity: 'error',
        about: 'hr.age_under30 + hr.age_30_50 + hr.age_over50',
        period: '2024',
        slots: ['people.from31Pct.2024', 'people.under30Pct.2024', 'people.from51Pct.2024'],
        description: 'The three age groups of 2024 add to 98.0 %.',
      },
    ],
  },
  {
    id: 'water-intensity',
    slot: 'water.waterIntensity.2024',
    right: now('waterIntensity'),
    wrong: swap(now('waterIntensity'), 1, 3),
    findings: [
      {
        kind: 'ratio',
        family: 'water intensity = water consumption / revenue',
        severity: 'error',
        about: 'water.intensity',
        period: '2024',
        slots: ['water.waterIntensity.2024', 'water.water.2024', 'performance.revenue.2024'],
        description: 'Water intensity does not follow from water consumption and revenue.',
      },
    ],
  },
  {
    id: 'research-ratio',
    slot: 'innovation.researchSpendPct.2024',
    right: now('researchSpendPct'),
    wrong: replaceDigit(now('researchSpendPct'), 0, '7'),
    findings: [
      {
        kind: 'ratio',
        family: 'R&D ratio = R&D spending / revenue',
        severity: 'error',
        about: 'rd.spend_pct',
        period: '2024',
        slots: ['innovation.researchSpendPct.2024', 'innovation.researchSpend.2024', 'performance.revenue.2024'],
        description: 'The R&D ratio is a whole point above what spending and revenue give.',
      },
    ],
  },
  {
    id: 'energy-fell',
    slot: 'energy.claim',
    right: 'rose',
    wrong: 'fell',
    findings: [
      {
        kind: 'change',
        family: 'claimed direction against the figures',
        severity: 'warning',
        about: 'energy.total',
        period: '2024',
        slots: ['energy.claim', 'energy.energyTotal.2023', 'energy.energyTotal.2024'],
        description: 'The text says that total energy consumption fell; the table below it shows a rise.',
      },
    ],
  },
  {
    id: 'scope1-decreased',
    slot: 'message.claim',
    right: `rose by ${changeSize('scope1')}`,
    wrong: `fell by ${changeSize('scope1')}`,
    findings: [
      {
        kind: 'change',
        family: 'claimed direction and size against the figures',
        severity: 'error',
        about: 'ghg.scope1',
        period: '2024',
        slots: ['message.claim', 'climate.scope1.2023', 'climate.scope1.2024'],
        description: 'The message says that Scope 1 emissions fell by just the percentage by which they rose.',
      },
    ],
  },
  {
    id: 'index-data-security',
    slot: 'index.48',
    right: 'Article 48',
    wrong: '',
    findings: [
      {
        kind: 'index',
        family: 'SSE No. 14 topic has a row in the index',
        severity: 'warning',
        about: 'SSE 48',
        period: '2024',
        slots: ['index.heading', 'innovation.dataSecurity'],
        operands: ['48'],
        description:
          'Article 48 (data security and customer privacy) is in no index row, though the report has a section on it.',
      },
    ],
  },
];

/** Stops the build when an error would break more, or less, than it is meant to. */
export function assertConfined(): void {
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`planted errors: ${what}`);
  };
  const number = (text: string) => Big(text.replaceAll(',', ''));
  for (const error of planted) must(error.wrong !== error.right, `${error.id} changes nothing`);

  const total = number(planted[0]!.wrong);
  const intensity = figures.ghgIntensity[2024];
  must(total.minus(figures.ghgTotal[2024]).abs().gte(9), 'the swapped total is too near the right one');
  must(total.div(figures.revenue[2024]).round(2).eq(intensity), 'the swapped total breaks the intensity too');
}
