import type * as en from '../en/index.ts';

export const problems: typeof en.problems = {
  'not-a-pdf': '这不是 PDF 文件。请选择 PDF 格式的报告。',
  damaged: '此 PDF 已损坏，无法读取。请从原程序重新保存后再试。',
  'password-needed': '此 PDF 设有密码。',
  'password-wrong': '密码不对，无法打开此 PDF。',
  'no-text': '此 PDF 没有可读取的文字，页面都是图片。请导出含文字的 PDF，或先做文字识别（OCR）。',
  'too-large': (megabytes) => `文件超过 ${megabytes} MB。请压缩图片后再试。`,
  'no-pages': '此 PDF 没有页面。',
  'too-much-memory': '此 PDF 所需内存超出可用范围，核对已停止。请拆分后分别核对，或重新保存。',
  'timed-out': '核对耗时过长，已停止。请拆分后分别核对，或重新保存。',
  aborted: '核对已取消。',
  internal: '读取此文件时核对意外中止。请重试，或重新保存 PDF 后再试。',
  sample: '示例报告未能加载。请刷新页面后再试。',
  unreadPages: (pages, why) => `未读取：第 ${pages} 页。${why}`,
  partial: {
    'too-slow': '读取页面耗时过长。',
    'too-complex': '页面图形过于复杂。',
    'not-reached': '读取时间已到。请拆分后分别核对。',
    'too-many-pages': '页数超过可读取的上限。请拆分后分别核对。',
  },
  gone: '此文件未保存在本浏览器中。请重新打开 PDF 进行核对。',
};
