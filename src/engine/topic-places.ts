import type { Evidence } from '../model/finding.ts';
import type { Message, Requirement } from '../model/rule.ts';
import { factEvidence } from './finding.ts';
import { formatPages } from './format.ts';
import type { CheckContext } from './kind.ts';

/** A reader needs to see that the topic is there, not every place of it. */
const MOST_PLACES = 3;

/** Requirement → headings that bear the topic's name and figures that belong to it, as evidence; empty when the report has neither. */
export function findTopicPlaces(requirement: Requirement, context: CheckContext): Evidence[] {
  const names = [requirement.title.en, requirement.title.zh, ...requirement.aliases].map(plain);
  const headings = context.reading.blocks.filter((block) => {
    if (block.kind !== 'heading') return false;
    const text = plain(block.text);
    return names.some((name) => text.includes(name) || (tellsMuch(text) && name.includes(text)));
  });
  const metrics = new Set(requirement.metrics);
  const facts = context.reading.facts.filter(({ metric }) => metric !== null && metrics.has(metric));
  const evidence: Evidence[] = headings.map((block) => ({
    page: block.page,
    box: block.box,
    raw: block.text,
    role: 'topic',
    factId: null,
    label: requirement.title.en,
    period: null,
    unit: null,
  }));
  return [...evidence, ...facts.map((fact) => factEvidence(fact, 'topic'))].slice(0, MOST_PLACES);
}

/** A heading long enough to be a short form of a topic's name: a dozen letters, or four ideographs. */
const tellsMuch = (text: string): boolean => text.length >= 12 || /^[\u4e00-\u9fff]{4,}$/.test(text);

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s&]+|\band\b/g, '');
}

/** Places of a topic → `, though the report treats it on page 39`; says so when it does not. */
export function nameTopicPlace(places: readonly Evidence[]): Message {
  if (places.length === 0)
    return { en: 'and nothing in the report was recognised as treating it', zh: '且未识别到报告中的相关内容' };
  const pages = formatPages(places.map(({ page }) => page));
  return { en: `though the report treats it on ${pages.en}`, zh: `而报告${pages.zh}涉及该议题` };
}
