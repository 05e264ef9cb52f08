import type * as en from '../en/index.ts';

export const start: typeof en.start = {
  purpose: '核对 ESG 报告中的数据是否彼此一致，指出对不上的地方。',
  steps: [
    '拖入一份报告，或打开示例。核对只需几秒。',
    '每条结果都列出演算，并标出数据在页面上的位置。',
    '按键即可确认或驳回。关闭页面也不会丢失。',
  ],
  openRegion: '打开报告',
  lead: '把报告拖到这里',
  accepts: '含文字的 PDF，中文或英文；也可以是多份，或整个文件夹。',
  choose: '选择 PDF…',
  folder: '选择文件夹…',
  file: 'PDF 文件',
  folderField: 'PDF 文件夹',
  sample: '打开示例报告',
  privacy: '报告不会离开这台电脑：读取、核对和保存都在本浏览器内完成，本页面不能与外界通信。',
  checking: (name) => `正在核对 ${name}`,
  foundSoFar: (count) => `目前发现 ${count} 处`,
  stages: {
    open: '正在打开文件',
    read: (done, total) => `正在读取第 ${done} 页，共 ${total} 页`,
    layout: '正在识别表格',
    extract: '正在读取数据',
    check: '正在核对',
    rule: (done, total) => `正在核对第 ${done} 条规则，共 ${total} 条`,
  },
  protected: (name) => `${name} 设有密码`,
  password: '请输入密码：',
  passwordAgain: '密码不对，请再试：',
  passwordUse: '密码只用于在本机读取文件，不会保存。',
};
