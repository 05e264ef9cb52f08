import type { Triage } from '../model/triage.ts';
import { doubtInChinese } from './doubts.ts';
import type { Standing } from './results.ts';

/** The languages that exports are written in. */
export type Language = 'en' | 'zh';

/** What several exports say alike. */
interface Words {
  standings: Record<Standing, string>;
  states: Record<Triage['state'], string>;
  rule: string;
  state: string;
  reason: string;
  note: string;
  page: (number: number) => string;
  pages: (numbers: readonly number[]) => string;
  /** Labels that a working has of its own, beside those of the report. */
  working: Record<string, string>;
}

export const words: Record<Language, Words> = {
  en: {
    standings: {
      wrong: 'Wrong',
      doubtful: 'Doubtful',
      look: 'Worth a look',
      untold: 'Could not be told',
      verified: 'Verified',
    },
    states: { open: 'Open', confirmed: 'Confirmed', dismissed: 'Dismissed', fixed: 'Fixed' },
    rule: 'Rule',
    state: 'State',
    reason: 'Reason',
    note: 'Note',
    page: (number) => `page ${number}`,
    pages: (numbers) =>
      numbers.length === 0 ? '' : `${numbers.length === 1 ? 'page' : 'pages'} ${numbers.join(', ')}`,
    working: {},
  },
  zh: {
    standings: {
      wrong: '有误',
      doubtful: '存疑',
      look: '留意',
      untold: '无法判断',
      verified: '已核实',
    },
    states: { open: '未处理', confirmed: '已确认', dismissed: '已驳回', fixed: '已更正' },
    rule: '规则',
    state: '状态',
    reason: '理由',
    note: '备注',
    page: (number) => `第${number}页`,
    pages: (numbers) => (numbers.length === 0 ? '' : `第${numbers.join('、')}页`),
    working: {
      Sum: '合计',
      Difference: '差额',
      'Difference to 100%': '与100%的差额',
      'Rounding explains': '四舍五入可解释',
      Quotient: '商',
      Change: '变动',
      Claimed: '文中所述',
      Whole: '整体',
    },
  },
};

/** A working's label in the language, where it is not the report's own. */
export function workingLabel(label: string, language: Language): string {
  const said = words[language].working[label];
  return said ?? (language === 'zh' ? label.replace(/ \(page (\d+)\)$/, '（第$1页）') : label);
}

/** A doubt in the language; in English where it has no Chinese. */
export const doubtText = (doubt: string, language: Language): string =>
  language === 'zh' ? (doubtInChinese(doubt) ?? doubt) : doubt;
