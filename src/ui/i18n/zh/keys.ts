import type * as en from '../en/index.ts';

export const keys: typeof en.keys = {
  step: '下一条、上一条',
  page: '翻页',
  read: '所读内容',
  views: '视图',
  back: '返回',
};
