import type * as en from '../en/index.ts';
import { digits } from '../en/words.ts';

export const common: typeof en.common = {
  cancel: '取消',
  delete: '删除',
  undo: '撤销',
  menu: '菜单',
  update: { ready: 'Crossfoot 新版本已就绪。', now: '现在使用', later: '关闭页面后再用' },
  close: '关闭',
  widen: { list: '列表宽度', detail: '详情宽度' },
  open: '打开',
  number: digits,
  pages: (pages) => `${digits(pages)} 页`,
  figures: (figures) => `${digits(figures)} 个数据`,
  rules: (rules) => `${digits(rules)} 条规则`,
  page: (page) => `第 ${page} 页`,
  pageNamed: (page, what) => `第 ${page} 页，${what}`,
  language: '语言',
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  checked: (when) => `${when} 核对`,
  checkAgain: '重新核对',
  home: 'Crossfoot，全部文件',
  views: '视图',
  tabs: { findings: '结果', figures: '数据', index: '索引', coverage: '覆盖', rules: '规则' },
};
