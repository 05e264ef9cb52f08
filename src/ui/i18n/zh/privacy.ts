import type * as en from '../en/index.ts';
import { digits } from '../en/words.ts';

export const privacy: typeof en.privacy = {
  title: '本页面请求过什么',
  see: '查看本页面请求过什么，并自行验证',
  sum: (own, elsewhere) =>
    `从本页面自己的网址请求了 ${digits(own)} 个文件，向其他地址${elsewhere === 0 ? '没有任何请求' : `有 ${digits(elsewhere)} 个请求`}。`,
  what: '这些都是 Crossfoot 自身的组成部分。报告不在其中：它从您的磁盘读取，不会发往任何地方。',
  columns: { address: '请求内容', times: '次数', bytes: '下载量', at: '首次时间' },
  refused: '已拒绝',
  refusedBy: (directive) => `被本页面自身的规则阻止（${directive}）`,
  kept: '已缓存',
  log: '请求记录',
  verify: '自行验证',
  steps: [
    '打开浏览器的开发者工具（F12，Mac 上为 ⌥⌘I），进入“网络”，再核对一份报告。其中列出的地址与下表相同，别无其他。',
    '断开网络：在同一“网络”页面选择“离线”，或拔掉网线。刷新页面，拖入一份报告，照样可以核对。',
    '在开发者工具中，本页面的 Content-Security-Policy 标头写有 connect-src ’self’：其他任何地址都会被浏览器拒绝。',
  ],
  limits: '记录从页面打开时开始，包括浏览器为本页面及其后台线程记录的全部请求，也包括其他 Crossfoot 标签页的后台线程。',
};
