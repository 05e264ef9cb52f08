import type * as en from '../en/index.ts';

export const exports: typeof en.exports = {
  title: '移交',
  formats: {
    pdf: { name: '带批注的报告', about: 'PDF：在不成立之处加高亮与批注，原文件内容不变' },
    xlsx: { name: '工作底稿', about: 'Excel：结果、数据与索引，含可重新计算的公式' },
    memo: { name: '复核签署备忘录', about: 'HTML，供打印签署' },
    csv: { name: '数据', about: 'CSV，每行一个数据' },
    'index-csv': { name: '内容索引', about: 'CSV，每行一个条目' },
    'requirements-csv': { name: '准则要求', about: 'CSV，每行一项要求' },
    sarif: { name: '供其他工具使用的结果', about: 'SARIF 2.1.0，已驳回者有标记' },
    json: { name: '全部内容及您的处理', about: 'JSON，可由命令行读回' },
  },
  language: '批注与说明的语言',
  all: '同时标出已核实的内容',
  writing: '正在生成……',
  saved: (name) => `已保存 ${name}`,
  problems: {
    'password-needed': '文件受密码保护。请先在页面旁输入密码。',
    'notes-not-allowed': '此 PDF 的安全设置不允许添加批注。请向作者索取允许批注的副本，或移交工作底稿。',
    damaged: '此 PDF 的内部索引已损坏，添加批注必然改动其余内容。请从源文件重新导出。',
    internal: '文件未能生成。请重新加载页面后再试。',
  },
};
