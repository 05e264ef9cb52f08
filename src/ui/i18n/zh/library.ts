import type * as en from '../en/index.ts';

export const library: typeof en.library = {
  title: '保存在本浏览器中',
  checkAgain: (name) => `重新核对 ${name}`,
  delete: (name) => `删除 ${name}`,
  deleted: (name) => `已删除 ${name}。`,
  notKept: {
    refused: '本浏览器不允许 Crossfoot 保存任何内容（无痕窗口即如此），关闭页面后结果会消失。',
    full: '浏览器存储空间已满，此结果未保存。请删除下面的某个文件，或腾出磁盘空间。',
    failed: '浏览器未能保存此结果，关闭页面后会消失。',
  },
};
