import type * as en from '../en/index.ts';
import { digits } from '../en/words.ts';

export const queue: typeof en.queue = {
  title: '队列',
  progress: (ended, all) => `已核对 ${digits(ended)} / ${digits(all)}`,
  short: (ended, all) => `${digits(ended)}/${digits(all)}`,
  show: (ended, all) => `队列：已核对 ${digits(ended)} / ${digits(all)}，查看`,
  states: { waiting: '等待中', checking: '核对中', done: '已完成', refused: '未核对' },
  ended: (name, how) => `${name}：${how}`,
  open: (name) => `打开 ${name}`,
  password: '输入密码…',
  passwordFor: (name) => `输入密码…（${name}）`,
  remove: (name) => `移出列表：${name}`,
  stop: (name) => `停止核对 ${name}`,
  clear: '清除已结束的文件',
  leftOut: (files) => `文件夹中有 ${digits(files)} 个文件未列入：名称不是 PDF，或超出队列容量。`,
  kept: '列表已保存：关闭页面后再打开，会接着核对。',
  notKept: '浏览器无法保存此列表。核对完之前请勿关闭页面。',
};
