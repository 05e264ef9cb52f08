import type { Message } from '../../model/rule.ts';
import { formatPages } from '../format.ts';
import type { ElsewhereTopic } from './topics.ts';

/** Names of figures that nothing answers → what was looked for and where. */
export function lookedFor(names: Message, pages: readonly number[]): Message {
  const where = pages.length > 0 ? formatPages(pages) : null;
  return {
    en: `Looked for figures of ${names.en}${where ? ` on ${where.en} and` : ''} in the whole report: none found. Add them, or say in the index why they are left out.`,
    zh: `已在${where ? `${where.zh}及` : ''}全文查找${names.zh}的数据，未找到。请补充，或在索引中说明从略原因。`,
  };
}

/** Words that the named pages lack → what was looked for, and where it stands. */
export function standsElsewhere({ words, pages: spoken }: ElsewhereTopic, pages: readonly number[]): Message {
  const [named, where] = [formatPages(pages), formatPages(spoken)];
  const stems = words.map((word) => (/\p{Script=Latin}$/u.test(word) ? `${word}…` : word));
  return {
    en: `Looked on ${named.en} for the words of its topic (${stems.join(', ')}): none found. ${capitalise(where.en)} ${spoken.length === 1 ? 'has' : 'have'} them. Correct the page, or add what is missing there.`,
    zh: `已在${named.zh}查找该议题的词语（${stems.join('、')}），未找到；${where.zh}有相关内容。请更正页码或补充内容。`,
  };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why a requirement stands as it does, and what to add. */
export const SAY = {
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
  earlierEdition: {
    en: 'The index follows the GRI Standards of 2016, which held for this year; they have no such code.',
    zh: '索引采用2016版GRI标准（该年度仍适用），其中没有此编号。',
  },
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
