import type { CodeReading } from './index-codes.ts';

/** The four pillars of the TCFD recommendations, as printed in English, Chinese and Japanese. */
const PILLARS: [key: string, pattern: RegExp][] = [
  ['RISK', /risk\s*management|[风風][险險]管理|リスク管理/i],
  ['MET', /metrics\s*(?:and|&)\s*targets?|指[标標][与與和及と、]*目[标標]/i],
  ['GOV', /governance|管?治理|管治|ガバナンス/i],
  ['STR', /strategy|策略|[战戰戦]略/i],
];

/** What each of the eleven recommended disclosures is about; the narrower stands before the wider. */
const RECOMMENDATIONS: [key: string, pattern: RegExp][] = [
  [
    'GOV-a',
    /board.{0,40}oversight|oversight.{0,30}\bboard|董事[会會].{0,30}(?:[监監]督|[监監]管)|取締役会.{0,30}監(?:督|視)/i,
  ],
  ['GOV-b', /management.{0,3}s?.{0,3}\srole|管理[层層階].{0,40}(?:角色|作用|[职職][责責])|経営者の役割/i],
  ['RISK-c', /integrated into|整合.{0,12}[风風][险險]|[融纳納]入.{0,12}[风風][险險]|統合/i],
  ['STR-a', /short.{0,8}medium.{0,12}long|短期?.{0,4}中期?.{0,6}[长長]期/i],
  ['STR-c', /resilience|[韧韌]性|レジリエンス/i],
  ['STR-b', /financial planning|[财財][务務][规規][划劃]|財務計画/i],
  ['RISK-a', /identify\w*,? (?:and|&) assess|(?:[识識][别別]|[鉴鑑][别別]).{0,6}[评評]估|(?:識別|評価).{0,8}プロセス/i],
  ['RISK-b', /process\w* for managing|管理.{0,14}流程|管理するプロセス/i],
  ['MET-b', /scopes? ?1|[范範][围圍畴疇][一1１]|スコープ/i],
  ['MET-c', /\btargets? used|目[标標].{0,24}(?:[绩績]效|表[现現]|落[实實])|使用.{0,10}目[标標]|目標.{0,12}実績/i],
  ['MET-a', /\bmetrics? used|使?用.{0,4}(?:的)?(?:[关關][键鍵])?指[标標]|指[标標].{0,20}[评評]估|用いる指標/i],
];

/** A text shorter than this names a topic, not a recommendation. In letters; ideographs say twice as much. */
const SHORTEST_RECOMMENDATION = 24;

const LETTERED = /^[（(]?([a-c])[)）.．、]\s*(?=\S)/i;

/** A cell that begins with the letter of a recommended disclosure → that letter. */
export function readTcfdLetter(text: string): CodeReading[] {
  const match = LETTERED.exec(text);
  return match ? [{ standard: 'TCFD', code: match[1]!.toLowerCase(), start: 0, end: match[0].length }] : [];
}

/** Text of a cell → the pillar that it names, as printed; null when it names none. */
export function readTcfdPillar(text: string): string | null {
  for (const [, pattern] of PILLARS) {
    const match = pattern.exec(text) ?? pattern.exec(text.replace(/\s+/g, ''));
    if (match) return match[0];
  }
  return null;
}

/** Text of a cell → key of the recommended disclosure that it spells out, such as `GOV-a`; null when it is none. */
export function readTcfdRecommendation(text: string): string | null {
  const weight = text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  if (weight < SHORTEST_RECOMMENDATION) return null;
  return RECOMMENDATIONS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Code of a TCFD row as it was read (`Governance a`, `治理 a`, `Strategy: Describe the resilience …`) → key such as `GOV-a`; null when unclear. */
export function tcfdKey(code: string): string | null {
  const colon = code.indexOf(': ');
  if (colon > 0) return readTcfdRecommendation(code.slice(colon + 2));
  const letter = /\s([a-c])$/.exec(code)?.[1];
  const pillar = PILLARS.find(([, pattern]) => pattern.test(code))?.[0];
  return letter && pillar ? `${pillar}-${letter}` : null;
}
