import type { IndexEntry } from '../../model/fact.ts';
import type { Evidence } from '../../model/finding.ts';
import type { MatrixRow, RequirementState, StandardMatrix } from '../../model/matrix.ts';
import type { Message, Requirement, Standard } from '../../model/rule.ts';
import { tcfdKey } from '../../extract/index-tcfd.ts';
import { nameMetric } from '../describe.ts';
import { formatPages, joinMessages } from '../format.ts';
import type { CheckContext } from '../kind.ts';
import { quotePassage } from '../passages.ts';
import { listSectionTitles, plainTitle } from '../section-titles.ts';
import type { SectionTitle } from '../section-titles.ts';
import { findFigures } from './figures.ts';
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
  return entries.filter((entry) => requirement.codes.includes(codeOf(entry)));
}

/** What is looked up in the report again and again. */
interface Lookup {
  context: CheckContext;
  numbers: PageNumbers;
  sections: SectionTitle[];
}

/** Every standard whose codes the report's index names → its requirements, each with its state. */
export function judgeStandards(context: CheckContext): StandardMatrix[] {
  const { reading } = context;
  const indexPages = listIndexPages(reading);
  const lookup: Lookup = {
    context,
    numbers: numberPages(reading),
    sections: listSectionTitles(reading).filter(({ passage }) => !indexPages.has(passage.page)),
  };
  return [...context.standards.values()].flatMap((standard) => {
    const entries = entriesOf(standard, reading.index);
    const named = standard.requirements.filter((requirement) => rowsFor(requirement, entries).length > 0);
    if (named.length === 0) return [];
    const mode = standard.family === 'GRI' ? findGriUse(reading).mode : null;
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
            absenceOf(standard, requirement, mode, named),
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
  evidence?: Evidence[];
}

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
  if (shown.length > 0) return { state: 'met', reason: evidence.length > 0 ? SAY.figures : SAY.found, evidence: shown };
  if (answersItself(place)) return { state: 'met', reason: SAY.answered };
  return { state: 'cannotTell', reason: whereElse(place) };
}

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

/** Names of figures that nothing answers → what was looked for and where. */
function lookedFor(names: Message, pages: readonly number[]): Message {
  const where = pages.length > 0 ? formatPages(pages) : null;
  return {
    en: `Looked for figures of ${names.en}${where ? ` on ${where.en} and` : ''} in the whole report: none found. Add them, or say in the index why they are left out.`,
    zh: `已在${where ? `${where.zh}及` : ''}全文查找${names.zh}的数据，未找到。请补充，或在索引中说明从略原因。`,
  };
}

const SAY = {
  noRow: {
    en: 'No row of the index names it. Add one, or say why it is left out.',
    zh: '索引中无对应条目。请补充，或说明原因。',
  },
  notListedTopic: {
    en: 'Not listed: it is asked for where its topic is material.',
    zh: '未列出：仅在议题具有重要性时需要披露。',
  },
  choice: {
    en: 'Not listed: reporting with reference to the Standards leaves the choice.',
    zh: '未列出：参照编制时可自行选择披露项。',
  },
  modeUnknown: {
    en: 'Not listed; whether it must be depends on the statement of use, which was not found.',
    zh: '未列出；是否必须取决于使用声明，未找到该声明。',
  },
  fragment: { en: 'Too little of an index was read to tell.', zh: '读到的索引内容过少，无法判断。' },
  notApplicable: { en: 'The index says that it does not apply.', zh: '索引注明不适用。' },
  omitted: { en: 'The index says that it is left out, and why.', zh: '索引注明从略及其原因。' },
  omittedBare: {
    en: 'The index says that it is left out, but not why. Add the reason.',
    zh: '索引注明从略，但未说明原因。请补充原因。',
  },
  noSuchPage: {
    en: 'The index names a page that the report does not have. Correct it.',
    zh: '索引所列页码在报告中不存在。请更正。',
  },
  figures: { en: 'The report has figures for it.', zh: '报告中有相应数据。' },
  found: { en: 'The place that the index names exists.', zh: '索引所列位置存在。' },
  answered: { en: 'The index answers it in its own row.', zh: '索引条目中已直接作答。' },
  elsewhere: { en: 'The index sends the reader to another document.', zh: '索引指向其他文件。' },
  noPlace: { en: 'The row names no place.', zh: '索引条目未注明位置。' },
  notFound: {
    en: 'The place that the index names was not found in this report.',
    zh: '未在本报告中找到索引所列位置。',
  },
} satisfies Record<string, Message>;
