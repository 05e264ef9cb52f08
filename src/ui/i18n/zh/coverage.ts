import type * as en from '../en/index.ts';
import { digits } from '../en/words.ts';

export const coverage: typeof en.coverage = {
  titles: { verified: '已核实', failing: '不成立', unrelated: '无勾稽关系', unclear: '未读懂' },
  meanings: {
    verified: '至少在一个成立的关系中，且不在任何不成立的关系中',
    failing: '在一个不成立的关系中',
    unrelated: '已读懂，但报告中没有内容说明它应等于什么',
    unclear: '已印出，但没有读到名称或单位，也不在任何关系中',
  },
  of: (figures) => `在 ${digits(figures)} 个印出的数据中：`,
  unread: (pages) => `有 ${digits(pages)} 页无法读取。`,
  page: '页',
  share: '占比',
  figures: '数据',
  notRead: '未读取',
  all: '全部',
  map: '页面导览',
  mapTitle: '逐页数据',
  mapSum: (figures, verified) => `${digits(figures)} 个数据 · ${verified} 个已核实`,
  bar: (page, figures, verified) => `第 ${page} 页：${digits(figures)} 个数据，${verified} 个已核实`,
  barUnread: (page) => `第 ${page} 页：没有可读取的文字`,
  barWorst: { wrong: '，有错误', doubtful: '，有存疑', look: '，有待留意' },
};
