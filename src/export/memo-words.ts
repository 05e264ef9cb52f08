import type { PartialReading } from '../model/report.ts';
import type { Language } from './words.ts';

/** What the sign-off memo says, beside the report's own words. */
interface MemoWords {
  title: string;
  document: string;
  sha256: string;
  pages: string;
  year: string;
  rulePack: string;
  rulesOff: string;
  /** Ids of the rules that were switched off. */
  off: (rules: readonly string[]) => string;
  made: string;
  /** `version`, and the number of its rules. */
  rules: (version: string, rules: number) => string;
  summary: string;
  /** How many of what failed or could not be told are in which state. */
  states: (open: number, confirmed: number, dismissed: number, fixed: number) => string;
  figures: (checked: number, numbers: number) => string;
  failed: string;
  dismissed: string;
  untold: string;
  unread: string;
  unreadPages: (pages: string, count: number) => string;
  /** Why a limit left pages out, after their numbers. */
  limits: Record<PartialReading['limit'], string>;
  allRead: string;
  corrected: string;
  corrections: (applied: number) => string;
  checked: string;
  rule: string;
  nothing: string;
  noneFailed: string;
  noneDismissed: string;
  noneUntold: string;
  noReason: string;
  signOff: string;
  reviewer: string;
  date: string;
  signature: string;
  madeBy: string;
}

export const memoWords: Record<Language, MemoWords> = {
  en: {
    title: 'Sign-off memo',
    document: 'Document',
    sha256: 'SHA-256 of the PDF',
    pages: 'Pages',
    year: 'Reporting year',
    rulePack: 'Rule pack',
    rulesOff: 'Switched off',
    off: (rules) =>
      `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}, whose results are left out: ${rules.join(', ')}`,
    made: 'Memo made',
    rules: (version, rules) => `version ${version}, ${rules} rules`,
    summary: 'Result',
    states: (open, confirmed, dismissed, fixed) =>
      `Of what failed or could not be told, the reviewer confirmed ${confirmed}, dismissed ${dismissed} and found ${fixed} fixed; ${open} ${open === 1 ? 'is' : 'are'} open.`,
    figures: (checked, numbers) => `${checked} of ${numbers} printed figures stand in at least one checked relation.`,
    failed: 'What failed',
    dismissed: 'Dismissed, and why',
    untold: 'What could not be told',
    unread: 'What was not read',
    unreadPages: (pages, count) =>
      `${count === 1 ? 'Page' : 'Pages'} ${pages} ${count === 1 ? 'has' : 'have'} no text that could be read. Nothing on ${count === 1 ? 'it' : 'them'} was checked.`,
    limits: {
      'too-slow': 'took too long to read',
      'too-complex': 'hold too much to read',
      'not-reached': 'were not reached in time',
      'too-many-pages': 'are beyond the number of pages that is read',
    },
    allRead: 'Every page was read.',
    corrected: 'Figures whose reading was corrected',
    corrections: (applied) => `${applied} ${applied === 1 ? 'figure' : 'figures'} corrected by the reviewer.`,
    checked: 'What was checked',
    rule: 'Rule',
    nothing: 'The report gave these rules nothing to check:',
    noneFailed: 'Nothing.',
    noneDismissed: 'Nothing.',
    noneUntold: 'Nothing.',
    noReason: 'No reason given.',
    signOff: 'Sign-off',
    reviewer: 'Reviewer',
    date: 'Date',
    signature: 'Signature',
    madeBy: 'Made with Crossfoot. The report was checked on the reviewer’s own machine.',
  },
  zh: {
    title: '复核签署备忘录',
    document: '文件',
    sha256: 'PDF 的 SHA-256',
    pages: '页数',
    year: '报告年度',
    rulePack: '规则包',
    rulesOff: '已停用',
    off: (rules) => `${rules.length}条规则，其结果未列入：${rules.join('、')}`,
    made: '备忘录生成时间',
    rules: (version, rules) => `版本${version}，共${rules}条规则`,
    summary: '结果',
    states: (open, confirmed, dismissed, fixed) =>
      `不符或无法判断之处中，复核人确认${confirmed}项，驳回${dismissed}项，已更正${fixed}项；未处理${open}项。`,
    figures: (checked, numbers) => `${numbers}个列示数据中，有${checked}个至少处于一项已核对的勾稽关系。`,
    failed: '不符之处',
    dismissed: '已驳回的发现及理由',
    untold: '无法判断之处',
    unread: '未读取的内容',
    unreadPages: (pages) => `第${pages}页没有可读取的文字，其内容未经核对。`,
    limits: {
      'too-slow': '读取耗时过长',
      'too-complex': '内容过多，未能读取',
      'not-reached': '未能在时限内读取',
      'too-many-pages': '超出可读取的页数',
    },
    allRead: '所有页面均已读取。',
    corrected: '读数已更正的数据',
    corrections: (applied) => `复核人更正了${applied}个数据的读数。`,
    checked: '核对范围',
    rule: '规则',
    nothing: '报告中没有可供下列规则核对的内容：',
    noneFailed: '无。',
    noneDismissed: '无。',
    noneUntold: '无。',
    noReason: '未注明理由。',
    signOff: '签署',
    reviewer: '复核人',
    date: '日期',
    signature: '签名',
    madeBy: '由 Crossfoot 生成。报告在复核人自己的设备上核对。',
  },
};
