import type * as en from '../en/index.ts';

export const figures: typeof en.figures = {
  noLabel: '未找到名称',
  noPeriod: '无期间',
  noUnit: '无单位',
  more: (relations) => `另有 ${relations} 项`,
  drawing: (page) => `第 ${page} 页数据的核对情况`,
};
