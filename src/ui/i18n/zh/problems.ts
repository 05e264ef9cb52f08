import type * as en from '../en/index.ts';

export const problems: typeof en.problems = {
  'not-a-pdf': '这不是 PDF 文件。请选择 PDF 格式的报告。',
  damaged: '此 PDF 已损坏，无法读取。请从原程序重新保存后再试。',
  'password-needed': '此 PDF 设有密码。',
  'password-wrong': '密码不对，无法打开此 PDF。',
  'no-text': '此 PDF 没有可读取的文字，页面都是图片。请导出含文字的 PDF，或先做文字识别（OCR）。',
  'too-large': (megabytes) => `文件超过 ${megabytes} MB。请压缩图片后再试。`,
  'no-pages': '此 PDF 没有页面。请从源文件重新导出。',
  'timed-out': (minutes) => `核对超过 ${minutes} 分钟，已停止。请拆分文件后分别核对。`,
  'too-much-memory': '此文件所需内存超过上限。请拆分后分别核对。',
  aborted: '核对已取消。',
  internal: '读取此文件时核对意外中止。请重试，或重新保存 PDF 后再试。',
  sample: '示例报告未能加载。请刷新页面后再试。',
  gone: '此文件未保存在本浏览器中。请重新打开 PDF 进行核对。',
};
