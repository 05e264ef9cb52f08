import Big from 'big.js';

/** The two years that the sample reports: the comparative and the reporting year. */
export const years = [2023, 2024] as const;
export type Year = (typeof years)[number];

/** One metric in both years, rounded to the decimals that the report prints, so that whatever is computed from it follows from print. */
export interface Figure {
  2023: Big;
  2024: Big;
  decimals: number;
}

const figure = (before: Big | number, now: Big | number, decimals = 0): Figure => ({
  2023: Big(before).round(decimals),
  2024: Big(now).round(decimals),
  decimals,
});

/** A figure computed year by year from others. */
const derive = (decimals: number, of: (year: Year) => Big): Figure => figure(of(2023), of(2024), decimals);

const sum = (...parts: Figure[]): Figure =>
  derive(Math.max(...parts.map((part) => part.decimals)), (year) =>
    parts.reduce((total, part) => total.plus(part[year]), Big(0)),
  );

const ratio = (over: Figure, under: Figure, decimals: number): Figure =>
  derive(decimals, (year) => over[year].div(under[year]));

const share = (part: Figure, whole: Figure, decimals = 1): Figure =>
  derive(decimals, (year) => part[year].times(100).div(whole[year]));

/** The same figure in a larger or smaller unit. */
const inUnit = (of: Figure, factor: number, decimals: number): Figure =>
  derive(decimals, (year) => of[year].times(factor));

// ---- Base data: all of it invented ----

/** RMB million. */
const revenue = figure(3812.46, 4186.92, 2);

/** m³, t, t, MWh, GJ. */
const naturalGas = figure(412360, 536480);
const diesel = figure(58.42, 55.17, 2);
const gasoline = figure(34.86, 31.46, 2);
const electricity = figure(21846.3, 22431.8, 2);
const greenElectricity = figure(2480, 5610, 2);
const heat = figure(6420.5, 6318.2, 2);

/** tCO2 per t or m³: net calorific value × carbon content × oxidation × 44/12 of the provincial inventory guide. */
const emissionFactors = { naturalGas: 0.00216219, diesel: 3.0959, gasoline: 2.9251, heat: 0.11 };
/** tCO2 per MWh: the national factor that stood published when each year's inventory was made. */
export const gridFactor = { 2023: 0.5703, 2024: 0.5366 } as const;
/** tce per unit, GB/T 2589 Annex A (equivalent values). */
const standardCoal = { naturalGas: 0.00133, diesel: 1.4571, gasoline: 1.4714, electricity: 0.1229, heat: 0.03412 };

const scope1 = derive(2, (year) =>
  naturalGas[year]
    .times(emissionFactors.naturalGas)
    .plus(diesel[year].times(emissionFactors.diesel))
    .plus(gasoline[year].times(emissionFactors.gasoline)),
);
const scope2 = derive(2, (year) =>
  electricity[year].times(gridFactor[year]).plus(heat[year].times(emissionFactors.heat)),
);
const ghgTotal = sum(scope1, scope2);

const energyTotal = derive(2, (year) =>
  naturalGas[year]
    .times(standardCoal.naturalGas)
    .plus(diesel[year].times(standardCoal.diesel))
    .plus(gasoline[year].times(standardCoal.gasoline))
    .plus(electricity[year].times(standardCoal.electricity))
    .plus(heat[year].times(standardCoal.heat)),
);

/** t. */
const water = figure(148620, 156384);
const hazardous = figure(42.63, 39.87, 2);
const nonHazardous = figure(1318.25, 1276.4, 2);

const headcount = figure(2846, 2973);
const people = {
  male: figure(1893, 1962),
  female: figure(953, 1011),
  under30: figure(823, 842),
  from31: figure(1594, 1688),
  from51: figure(429, 443),
  doctor: figure(31, 38),
  master: figure(365, 402),
  bachelor: figure(1164, 1236),
  college: figure(1286, 1297),
  production: figure(1662, 1702),
  research: figure(511, 562),
  sales: figure(362, 383),
  management: figure(311, 326),
};

const trainingHours = figure(88226, 98109);
/** RMB million. */
const researchSpend = figure(231.8, 265.47, 2);
const donations = figure(3.42, 3.86, 2);

/** Every figure of the report, in the unit that its first appearance prints. */
export const figures = {
  revenue,
  revenueYi: inUnit(revenue, 0.01, 2),
  scope1,
  scope2,
  ghgTotal,
  ghgIntensity: ratio(ghgTotal, revenue, 2),
  naturalGas,
  naturalGasWan: inUnit(naturalGas, 0.0001, 2),
  diesel,
  gasoline,
  electricity,
  electricityWan: inUnit(electricity, 0.1, 2),
  greenElectricity,
  heat,
  energyTotal,
  energyIntensity: ratio(energyTotal, revenue, 2),
  water,
  waterWan: inUnit(water, 0.0001, 2),
  waterRecycled: figure(21450, 26870),
  waterIntensity: ratio(water, revenue, 2),
  hazardous,
  nonHazardous,
  wasteTotal: sum(hazardous, nonHazardous),
  wasteRecycled: figure(1024.6, 1052.18, 2),
  nox: figure(1.24, 1.17, 2),
  particulates: figure(0.86, 0.79, 2),
  vocs: figure(2.35, 2.08, 2),
  cod: figure(3.41, 3.3, 2),
  envInvestment: figure(11.84, 14.26, 2),
  envIncidents: figure(0, 0),
  headcount,
  male: people.male,
  female: people.female,
  malePct: share(people.male, headcount),
  femalePct: share(people.female, headcount),
  under30Pct: share(people.under30, headcount),
  from31Pct: share(people.from31, headcount),
  from51Pct: share(people.from51, headcount),
  doctorPct: share(people.doctor, headcount),
  masterPct: share(people.master, headcount),
  bachelorPct: share(people.bachelor, headcount),
  collegePct: share(people.college, headcount),
  productionPct: share(people.production, headcount),
  researchPct: share(people.research, headcount),
  salesPct: share(people.sales, headcount),
  managementPct: share(people.management, headcount),
  research: people.research,
  newHires: figure(412, 438),
  turnover: figure(9.6, 8.9, 1),
  trainingHours,
  trainingAverage: ratio(trainingHours, headcount, 1),
  trainingCoverage: figure(96.4, 98.2, 1),
  trainingSpend: figure(5.12, 5.9, 2),
  fatalities: figure(0, 0),
  lostDays: figure(146, 118),
  safetyInvestment: figure(9.35, 10.72, 2),
  checkups: figure(97.5, 98.8, 1),
  suppliers: figure(486, 512),
  satisfaction: figure(94.6, 95.3, 1),
  complaints: figure(37, 31),
  complaintsResolved: figure(100, 100),
  breaches: figure(0, 0),
  donations,
  donationsWan: inUnit(donations, 100, 2),
  volunteerHours: figure(5260, 6148),
  ruralInvestment: figure(1.5, 1.85, 2),
  researchSpend,
  researchSpendWan: inUnit(researchSpend, 100, 2),
  researchSpendPct: share(researchSpend, revenue, 2),
  patentsApplied: figure(74, 83),
  patentsGranted: figure(41, 52),
  boardSize: figure(9, 9),
  boardIndependent: figure(3, 3),
  boardFemale: figure(2, 3),
  boardMeetings: figure(7, 8),
  integrityTraining: figure(99.1, 99.6, 1),
  corruptionCases: figure(0, 0),
} satisfies Record<string, Figure>;

export type FigureId = keyof typeof figures;

/** As the report prints it: thousands separated, decimals kept. */
export const print = (value: Big, decimals: number): string => {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** Change from 2023 to 2024 in percent of 2023, from the printed figures. */
export const change = (id: FigureId): Big => {
  const of: Figure = figures[id];
  return of[2024].minus(of[2023]).times(100).div(of[2023]);
};

/** The size of a change, one decimal: `9.8%`. */
export const changeSize = (id: FigureId): string => `${print(change(id).abs(), 1)}%`;

/** A signed change for a table's change column: `+11.2%`. */
export const signedChange = (id: FigureId): string => (change(id).lt(0) ? '−' : '+') + changeSize(id);

/** The word for a change's direction. */
export const verb = (id: FigureId, up: string, down: string): string => (change(id).gt(0) ? up : down);

/** Stops the build when the true figures would not hold together as printed. */
export function assertSound(): void {
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`sample figures: ${what}`);
  };
  const sets: FigureId[][] = [
    ['malePct', 'femalePct'],
    ['under30Pct', 'from31Pct', 'from51Pct'],
    ['doctorPct', 'masterPct', 'bachelorPct', 'collegePct'],
    ['productionPct', 'researchPct', 'salesPct', 'managementPct'],
  ];
  for (const year of years) {
    for (const set of sets) {
      const total = set.reduce((all, id) => all.plus(figures[id][year]), Big(0));
      must(total.eq(100), `${set.join(' + ')} in ${year} give ${total}, not 100.0`);
    }
    must(people.male[year].plus(people.female[year]).eq(headcount[year]), `men and women in ${year}`);
  }
}
