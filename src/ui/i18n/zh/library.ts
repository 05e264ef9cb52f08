import type * as en from '../en/index.ts';
import { digits } from '../en/words.ts';

export const library: typeof en.library = {
  title: '保存在本浏览器中',
  checkAgain: (name) => `重新核对：${name}`,
  delete: (name) => `删除：${name}`,
  deleted: (name) => `已删除 ${name}。`,
  decided: (decided, all) => `已处理 ${digits(decided)} / ${digits(all)}`,
  states: { confirmed: '已确认', dismissed: '已驳回', fixed: '已更正' },
  what: '保存什么，保存在哪里',
  kept: '每份文件保存：PDF 本身、从中读取的内容、核对结果，以及您的处理和备注。它们存放在这台电脑上本浏览器为本网址开辟的存储空间中，其他网站和其他用户都看不到。',
  gone: '密码从不保存。在此删除文件，其全部内容即被删除；在浏览器设置中清除本网站的数据，则全部内容都会删除。',
  used: (used, most) => `Crossfoot 已使用 ${used}，浏览器允许的上限为 ${most}。`,
  storage: '存储',
  persistent: '长期保存：浏览器不会自行清除。',
  clearable:
    '已保存，但并非长期：磁盘空间不足时，浏览器可能将其清除。Crossfoot 可以请求浏览器保留；将 Crossfoot 安装或加入书签后，浏览器更容易同意。',
  protect: '请浏览器长期保存',
  protectRefused: '浏览器没有同意。请将 Crossfoot 安装或加入书签后再试，或把重要内容移交为文件。',
  nearlyFull: '空间即将用尽：请删除不再需要的文件，否则下一份将无法保存。',
  notKept: {
    refused: '本浏览器不允许 Crossfoot 保存任何内容（无痕窗口即如此），关闭页面后结果会消失。',
    full: '浏览器存储空间已满，此结果未保存。请删除下面的某个文件，或腾出磁盘空间。',
    blocked: '另一个标签页中的旧版 Crossfoot 占用了存储。请关闭该标签页并刷新本页，在此之前不会保存任何内容。',
    newer: '较新版本的 Crossfoot 已在本浏览器中保存过文件。请刷新页面以获取新版本，在此之前不会保存任何内容。',
    failed: '浏览器未能保存此结果，关闭页面后会消失。',
  },
};
