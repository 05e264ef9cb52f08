import type { Language } from '../words.ts';
import type { ResultLine } from './arithmetic.ts';

/** What the working paper says, beside the report's own words. */
interface PaperWords {
  title: string;
  sheets: Record<'summary' | 'findings' | 'verified' | 'figures' | 'index' | 'requirements' | 'coverage', string>;
  findingColumns: string[];
  figureColumns: string[];
  indexColumns: string[];
  requirementColumns: string[];
  coverageColumns: string[];
  results: Record<ResultLine['label'], string>;
  allowed: string;
  total: string;
  unread: string;
  summary: Record<
    | 'document'
    | 'sha256'
    | 'pages'
    | 'unreadPages'
    | 'none'
    | 'year'
    | 'languages'
    | 'rulePack'
    | 'rulesOff'
    | 'rules'
    | 'made'
    | 'verdict'
    | 'count'
    | 'state'
    | 'numbers'
    | 'understood'
    | 'checked',
    string
  >;
}

export const paperWords: Record<Language, PaperWords> = {
  en: {
    title: 'Crossfoot working paper',
    sheets: {
      summary: 'Summary',
      findings: 'Findings',
      verified: 'Verified relations',
      figures: 'Figures',
      index: 'Index',
      requirements: 'Requirements',
      coverage: 'Coverage',
    },
    findingColumns: [
      'No.',
      'Verdict',
      'State',
      'Finding and its figures',
      'Period',
      'Page',
      'As printed',
      'Number',
      'Factor',
      'Unit',
      'Role',
      'What was found',
      'Reason',
      'Note',
      'Rule',
      'Standards',
      'Fingerprint',
    ],
    figureColumns: [
      'Id',
      'Page',
      'Label',
      'Context',
      'Period',
      'As printed',
      'Number',
      'Upper end',
      'Qualifier',
      'Unit as printed',
      'Unit',
      'Scale',
      'Value in unit',
      'Metric',
      'Boundary',
      'Relations',
      'Doubts',
      'Corrected by the reviewer',
    ],
    indexColumns: ['Page', 'Standard', 'Code', 'Title', 'Location', 'As printed', 'Verdict', 'What was found'],
    requirementColumns: [
      'Standard',
      'Code',
      'Requirement',
      'Level',
      'State',
      'Why',
      'Index pages',
      'Location',
      'Evidence pages',
      'Evidence',
    ],
    coverageColumns: ['Page', 'Page label', 'Tables', 'Figures', 'Of them in a relation', 'Failing findings', 'Remark'],
    results: {
      recomputed: 'Recomputed',
      difference: 'Printed less recomputed',
      spread: 'Largest less smallest',
      change: 'Change',
      changeShare: 'Change in per cent',
      rest: 'Whole less part',
    },
    allowed: 'Rounding explains',
    total: 'Total',
    unread: 'Not read: the page has no text',
    summary: {
      document: 'Document',
      sha256: 'SHA-256 of the PDF',
      pages: 'Pages',
      unreadPages: 'Pages not read',
      none: 'none',
      year: 'Reporting year',
      languages: 'Languages',
      rulePack: 'Rule pack',
      rulesOff: 'Rules switched off',
      rules: 'Rules',
      made: 'Made',
      verdict: 'Verdict',
      count: 'Count',
      state: 'State of what failed or could not be told',
      numbers: 'Printed figures',
      understood: 'Understood',
      checked: 'In at least one relation',
    },
  },
  zh: {
    title: 'Crossfoot 工作底稿',
    sheets: {
      summary: '摘要',
      findings: '发现',
      verified: '已核实的勾稽关系',
      figures: '数据',
      index: '索引',
      requirements: '准则要求',
      coverage: '覆盖情况',
    },
    findingColumns: [
      '序号',
      '结论',
      '状态',
      '发现及其数据',
      '期间',
      '页',
      '原文',
      '数值',
      '换算',
      '单位',
      '角色',
      '说明',
      '理由',
      '备注',
      '规则',
      '标准',
      '指纹',
    ],
    figureColumns: [
      '编号',
      '页',
      '名称',
      '上下文',
      '期间',
      '原文',
      '数值',
      '上限',
      '限定',
      '原文单位',
      '单位',
      '倍数',
      '按单位计的值',
      '指标',
      '范围',
      '勾稽关系',
      '疑点',
      '复核人更正',
    ],
    indexColumns: ['页', '标准', '条目', '标题', '位置', '原文', '结论', '说明'],
    requirementColumns: ['准则', '条目', '要求', '层级', '状态', '说明', '索引页', '位置', '依据页', '依据'],
    coverageColumns: ['页', '页码标签', '表格', '数据', '其中已勾稽', '不符的发现', '备注'],
    results: {
      recomputed: '重新计算',
      difference: '列示减重算',
      spread: '最大减最小',
      change: '变动',
      changeShare: '变动百分比',
      rest: '整体减部分',
    },
    allowed: '四舍五入可解释',
    total: '合计',
    unread: '未读取：该页没有文字',
    summary: {
      document: '文件',
      sha256: 'PDF 的 SHA-256',
      pages: '页数',
      unreadPages: '未读取的页',
      none: '无',
      year: '报告年度',
      languages: '语言',
      rulePack: '规则包',
      rulesOff: '已停用的规则',
      rules: '规则数',
      made: '生成时间',
      verdict: '结论',
      count: '数量',
      state: '不符或无法判断者的状态',
      numbers: '列示数据',
      understood: '已理解',
      checked: '至少处于一项勾稽关系',
    },
  },
};
