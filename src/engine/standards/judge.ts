import type { IndexEntry } from '../../model/fact.ts';
import type { Reading } from '../../model/report.ts';
import type { Evidence } from '../../model/finding.ts';
import type { MatrixRow, RequirementState, StandardMatrix } from '../../model/matrix.ts';
import type { Message, Requirement, Standard } from '../../model/rule.ts';
import { tcfdKey } from '../../extract/index-tcfd.ts';
import { nameMetric } from '../describe.ts';
import { joinMessages } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import { quotePassage } from '../passages.ts';
import { listSectionTitles, plainTitle } from '../section-titles.ts';
import type { SectionTitle } from '../section-titles.ts';
import { findFigures } from './figures.ts';
import { lookedFor, SAY, standsElsewhere } from './say.ts';
import { findTopicElsewhere } from './topics.ts';
import { findGriUse } from './gri-mode.ts';
import { listIndexPages, numberPages, readPlace, readPlaces } from './places.ts';
import type { PageNumbers, Place } from './places.ts';

/** An index in which fewer than this share of what the standard always asks for stands was read badly or is no full index. */
export const LEAST_SHARE_OF_AN_INDEX = 1 / 3;

/** Standard and index → the rows of the index that name its codes, or those of a twin. */
export function entriesOf(standard: Standard, index: readonly IndexEntry[]): IndexEntry[] {
  const families = [standard.family, ...standard.twins];
  return index.filter((entry) => families.includes(entry.standard));
}

/** Code of an index row → the code of the standard that it stands for. */
export function codeOf(entry: IndexEntry): string {
  return entry.standard === 'TCFD' ? (tcfdKey(entry.code) ?? entry.code) : entry.code;
}

export function rowsFor(requirement: Requirement, entries: readonly IndexEntry[]): IndexEntry[] {
  return entries.filter((entry) => requirement.codes.some((code) => namesPart(code, codeOf(entry))));
}

/** Are two codes the same, or a paragraph and a part of it: `29(a)` and `29(a)(i)`? */
export function namesPart(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}(`) || other.startsWith(`${one}(`);
}

/** What is looked up in the report again and again. */
interface Lookup {
  context: CheckContext;
  standard: Standard;
  numbers: PageNumbers;
  sections: SectionTitle[];
}

/** Every standard whose codes the report's index names → its requirements, each with its state. */
export function judgeStandards(context: CheckContext): StandardMatrix[] {
  const { reading } = context;
  const indexPages = listIndexPages(reading);
  const shared = {
    context,
    numbers: numberPages(reading),
    sections: listSectionTitles(reading).filter(({ passage }) => !indexPages.has(passage.page)),
  };
  return [...context.standards.values()].flatMap((standard) => {
    const entries = entriesOf(standard, reading.index);
    const named = standard.requirements.filter((requirement) => rowsFor(requirement, entries).length > 0);
    if (named.length === 0) return [];
    const mode = standard.family === 'GRI' ? findGriUse(reading).mode : null;
    const lookup: Lookup = { ...shared, standard };
    const earlier = standard.family === 'GRI' && followsEarlierGri(reading);
    return [
      {
        standard: standard.id,
        title: standard.title,
        effective: standard.effective,
        mode,
        rows: standard.requirements.map((requirement) =>
          judgeRequirement(
            requirement,
            rowsFor(requirement, entries),
            earlier ? EARLIER : absenceOf(standard, requirement, mode, named),
            lookup,
          ),
        ),
      },
    ];
  });
}

interface Verdict {
  state: RequirementState;
  reason: Message;
  asked?: Message;
  /** The pages that the index names hold another topic. */
  misplaced?: boolean;
  evidence?: Evidence[];
}

/** So many codes of GRI 101 to 103 in an index are those of the Standards of 2016, which held for reports on years up to 2022. */
const MIN_EARLIER = 10;
const LAST_EARLIER_YEAR = 2022;

function followsEarlierGri({ index, document }: Reading): boolean {
  const codes = new Set(index.map(({ code }) => code).filter((code) => /^10[123]-\d/.test(code)));
  return codes.size >= MIN_EARLIER && Number(document.reportYear?.slice(-4) ?? Infinity) <= LAST_EARLIER_YEAR;
}

const EARLIER: Verdict = { state: 'notApplicable', reason: SAY.earlierEdition };

/** What it means that no row of the index names a requirement. */
function absenceOf(
  standard: Standard,
  requirement: Requirement,
  mode: StandardMatrix['mode'],
  named: readonly Requirement[],
): Verdict {
  const always = standard.requirements.filter(({ level }) => level === 'mandatory');
  const share = named.filter(({ level }) => level === 'mandatory').length / Math.max(1, always.length);
  if (standard.family === 'GRI') {
    if (requirement.level === 'conditional') return { state: 'notApplicable', reason: SAY.notListedTopic };
    if (mode === 'with reference') return { state: 'notApplicable', reason: SAY.choice };
    if (mode === null) return { state: 'cannotTell', reason: SAY.modeUnknown };
  } else if (standard.family === 'ESRS' && requirement.level === 'conditional') {
    return { state: 'notApplicable', reason: SAY.notListedTopic };
  }
  if (share < LEAST_SHARE_OF_AN_INDEX) return { state: 'cannotTell', reason: SAY.fragment };
  return { state: 'missing', reason: SAY.noRow };
}

function judgeRequirement(
  requirement: Requirement,
  rows: readonly IndexEntry[],
  absence: Verdict,
  lookup: Lookup,
): MatrixRow {
  const {
    state,
    reason,
    asked = null,
    misplaced = false,
    evidence = [],
  } = rows.length === 0 ? absence : judgeRows(requirement, rows, lookup);
  return {
    requirement: requirement.id,
    title: requirement.title,
    codes: requirement.codes,
    level: requirement.level,
    state,
    reason,
    asked,
    ...(misplaced ? { misplaced: true as const } : {}),
    rows: distinctRows(rows).map((entry) => ({ evidence: rowEvidence(entry), location: entry.location })),
    evidence,
  };
}

/** Rows of the index that name a requirement → whether the report keeps what they promise. */
function judgeRows(requirement: Requirement, rows: readonly IndexEntry[], lookup: Lookup): Verdict {
  const place = readPlaces(rows);
  if (place.notApplicable && place.pages.length === 0) return { state: 'notApplicable', reason: SAY.notApplicable };
  if (place.omitted !== null && place.pages.length === 0) {
    return place.omitted === 'with reason'
      ? { state: 'omitted', reason: SAY.omitted }
      : { state: 'partly', reason: SAY.omittedBare };
  }
  const pages = place.pages.flatMap((printed) => lookup.numbers.find(printed));
  const { evidence, lacking } = findFigures(requirement, pages, lookup.context);
  const sections = place.elsewhere ? [] : findSections(rows, lookup);
  // A section of that name on a page says more than the page.
  const onPage = sections.filter(({ page }) => pages.includes(page));
  const bare = pages.filter((page) => !onPage.some((section) => section.page === page));
  const found = onPage.length > 0 ? onPage : sections;
  const there = [...found, ...bare.map((page) => pageEvidence(page, lookup))].slice(0, MOST_PLACES);
  const shown = [...evidence, ...there];
  if (place.pages.some((printed) => printed > lookup.numbers.last)) {
    return { state: 'partly', reason: SAY.noSuchPage, evidence: shown };
  }
  if (lacking.length > 0 && !answersItself(place)) {
    if (place.elsewhere || there.length === 0)
      return { state: 'cannotTell', reason: whereElse(place), evidence: shown };
    const asked = joinMessages(lacking.map(({ metrics }) => nameMetric(metrics[0]!, lookup.context)));
    return { state: 'partly', reason: lookedFor(asked, pages), asked, evidence: shown };
  }
  const topic = wholePlace(place)
    ? findTopicElsewhere(lookup.standard, requirement, pages, lookup.context.reading)
    : null;
  if (topic !== null) {
    const elsewhere = topic.pages.map((page) => pageEvidence(page, lookup));
    return {
      state: 'partly',
      reason: standsElsewhere(topic, pages),
      misplaced: true,
      evidence: [...there, ...elsewhere],
    };
  }
  if (shown.length > 0) return { state: 'met', reason: evidence.length > 0 ? SAY.figures : SAY.found, evidence: shown };
  if (answersItself(place)) return { state: 'met', reason: SAY.answered };
  return { state: 'cannotTell', reason: whereElse(place) };
}

/** Does the row send the reader to pages of this report alone? */
const wholePlace = (place: Place): boolean => !place.elsewhere && place.words === '' && place.omitted === null;

const whereElse = (place: Place): Message =>
  place.elsewhere ? SAY.elsewhere : place.words === '' && place.pages.length === 0 ? SAY.noPlace : SAY.notFound;

/** A reader needs to see the place, not all of them. */
const MOST_PLACES = 3;
/** A row that says this much answers the requirement itself. In characters; ideographs say twice as much. */
const SHORTEST_ANSWER = 60;

/** A row this long answers though it also names another document. */
const LONG_ANSWER = 200;
/** An answer that needs no more words: `No such cases`, 未发生. */
const NONE = /^\W*(?:no(?:ne|t)?|nil|zero)\b|^\W*(?:无|無|未发生|未發生|没有|沒有)/i;

function answersItself({ words, elsewhere }: Place): boolean {
  const weight = words.length + (words.match(/\p{Script=Han}/gu)?.length ?? 0);
  if (weight >= LONG_ANSWER) return true;
  return !elsewhere && (NONE.test(words) || (weight >= SHORTEST_ANSWER && /[.。]|\d/.test(words)));
}

/** Names of sections in the rows → the headings that bear them. */
function findSections(rows: readonly IndexEntry[], { sections }: Lookup): Evidence[] {
  const names = rows
    .flatMap(({ location, title }) =>
      (location === '' ? title : readPlace(location).words).split(/[-–—；;、,，/|>]|\s{2,}|\bor\b/),
    )
    .map(plainTitle)
    .filter((name) => name.length >= 4 || /\p{Script=Han}{2}/u.test(name));
  const whole = rows.map(({ location }) => plainTitle(readPlace(location).words)).filter((name) => name !== '');
  const wanted = new Set([...names, ...whole]);
  const found = sections
    .filter(({ plain }) => wanted.has(plain))
    .sort((a, b) => Number(b.level > 0) - Number(a.level > 0));
  return found.map(({ passage }) => ({ ...quotePassage(passage, 'section'), label: passage.text }));
}

/** A page that the index names, marked at its first heading or paragraph. */
function pageEvidence(page: number, { context: { reading } }: Lookup): Evidence {
  const blocks = reading.blocks.filter((block) => block.page === page && block.kind !== 'furniture');
  const first = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0];
  return {
    page,
    box: first?.box ?? reading.tables.find((table) => table.page === page)?.box ?? [0, 0, 1, 1],
    raw: first?.text ?? '',
    role: 'page',
    factId: null,
    label: '',
    period: null,
    unit: null,
  };
}

/** A row with several codes gives several entries; it is shown once. */
export function distinctRows(entries: readonly IndexEntry[]): IndexEntry[] {
  const rows = new Map(entries.map((entry) => [`${entry.page} ${entry.box.join(' ')} ${entry.raw}`, entry]));
  return [...rows.values()];
}

export function rowEvidence(entry: IndexEntry, role = 'index row'): Evidence {
  return {
    page: entry.page,
    box: entry.box,
    raw: entry.raw,
    role,
    factId: null,
    label: entry.title,
    period: null,
    unit: null,
  };
}
