import type * as en from '../en/index.ts';
import { digits } from '../en/words.ts';

export const matrix: typeof en.matrix = {
  none: '本报告中未找到已知准则的内容索引。',
  noneHint:
    '已知准则：GRI、上交所14号指引（及深交所对应指引）、联交所附录C2、ESRS、TCFD、IFRS S2、SASB软件与信息技术。',
  standards: '准则',
  states: {
    met: '已满足',
    partly: '部分满足',
    missing: '缺失',
    omitted: '从略并说明原因',
    notApplicable: '不适用',
    cannotTell: '无法判断',
  },
  modes: { 'in accordance': '声明符合', 'with reference': '声明参照' },
  effective: (date) => `自 ${date} 起生效`,
  all: (requirements) => `${digits(requirements)} 项要求`,
  show: '只看',
  requirement: '要求',
  state: '状态',
  row: '索引条目',
  evidence: '依据',
  noRow: '无',
  page: (page) => `第 ${page} 页`,
  goTo: (page) => `查看第 ${page} 页`,
};
