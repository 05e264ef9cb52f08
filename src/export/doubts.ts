/**
 * What a finding or a figure says of its doubts, in Chinese. The engine and the reader write doubts in English, once;
 * this is the one place that knows them in another language. Letters in braces stand for what the report fills in.
 * A doubt ends in a full stop when it is a sentence of the engine; those of a figure's reading are clauses.
 */
const chinese: Readonly<Record<string, string>> = {
  'named by its unit': '按单位认定',
  'a total of shares': '占比的合计',
  'narrowed to a part': '仅限于一部分',
  'Few other figures show that the ratio is made up in this way.': '几乎没有其他数据表明该比率如此构成。',
  'The figures are so far apart that the ratio may be made up in another way here.':
    '各数据相差甚远，因此该比率在此可能另有构成。',
  'The report gives this rule nothing to check.': '报告中没有可供本规则核对的内容。',
  'As many ratios speak for one value as for another, so that either may be the wrong one.':
    '支持两个数值的比率一样多，因此其中任何一个都可能有误。',
  'The difference goes away if the figures were cut off instead of rounded.': '若数据是截尾而非四舍五入，则差额消失。',
  'The difference goes away if the figures were cut off or not whole instead of rounded.':
    '若数据是截尾或并非整数而非四舍五入，则差额消失。',
  'The difference goes away if the change was cut off instead of rounded.':
    '若变动幅度是截尾而非四舍五入，则差额消失。',
  'Few other figures show that the change is between these two.': '几乎没有其他数据表明该变动是这两项数据之间的变动。',
  'The difference goes away if the ratio was cut off instead of rounded.': '若比率是截尾而非四舍五入，则差额消失。',
  'The difference goes away if the shares were cut off instead of rounded.': '若占比是截尾而非四舍五入，则差额消失。',
  'The difference goes away if one figure was cut off instead of rounded.':
    '若其中一个数据是截尾而非四舍五入，则差额消失。',
  'The size is right if it was cut off instead of rounded.': '若幅度是截尾而非四舍五入，则幅度正确。',
  'Rows between the parts and the total were counted in, though the rule does not name them.':
    '分项与合计之间的各行已计入，尽管规则并未列出它们。',
  'Some parts stand in another table than the total and may have another boundary.':
    '部分分项与合计不在同一表格中，口径可能不同。',
  'A part is printed with several values; the choice that comes closest is shown.':
    '某一分项印有多个数值；此处采用最接近的组合。',
  'The figures stand in different tables and may have different boundaries.': '各数据位于不同表格中，口径可能不同。',
  'Several figures may be meant; those that come closest are shown.': '可能指多个数据；此处采用最接近者。',
  'The difference may come from rounding or cutting off each of the parts.': '差额可能源于各分项的四舍五入或截尾。',
  'The numbers add up as they are printed, so that the unit of one of them is wrong.':
    '各数字按印刷值相加一致，故其中一项的单位有误。',
  'The parts add up in no column, so that the total may be defined in another way.':
    '各列的分项之和均不等于合计，因此合计可能另有定义。',
  'The parts add up in few columns, so that the total may be defined in another way.':
    '仅少数列的分项之和等于合计，因此合计可能另有定义。',
  'The total stands in another table than its parts.': '合计与其分项不在同一表格中。',
  'The parts fall short by so few that some people may be in none of the groups.':
    '分项之和只差少数几人，可能有人不属于任何一组。',
  'A note on {pages} says that the figures need not add up.': '{pages}的附注说明各数据之和不必等于合计。',
  'The report prints {n} different values under this name, so they may be different things.':
    '报告在此名称下印有 {n} 个不同的数值，因此它们可能含义不同。',
  'The period of one figure is not printed beside it and was taken to be that of the report.':
    '其中一个数据旁未印期间，已按报告期处理。',
  'The two tables do not agree in other figures either, so they may have different boundaries.':
    '两个表格的其他数据也不一致，因此口径可能不同。',
  'One of the figures stands in running text, where its boundary is less certain.':
    '其中一个数据位于正文中，口径较不确定。',
  'Both figures stand in running text.': '两个数据均位于正文中。',
  'The figure in the text is that of another period in the table.': '正文中的数据是表格中另一期间的数据。',
  'The two labels are not the same words.': '两个名称的用词不同。',
  'The two rows differ in other years as well, so that they may be defined in different ways.':
    '两行在其他年份也不一致，因此定义可能不同。',
  'The two rows agree in few other years, so that they may be of different things.':
    '两行在其他年份很少一致，所指内容可能不同。',
  'The file is a sheet of data; what is missing may stand in the report that it belongs to.':
    '此文件是数据表；缺少的内容可能在其所属的报告中。',
  'The report prints several series under this name; none of them fits the claim.':
    '报告在此名称下印有多组数据；没有一组与所述相符。',
  'Not every part was recognised by its name, so that one may be missing.':
    '并非每个分项都能按名称识别，因此可能有遗漏。',
  'The two figures stand in different tables.': '两个数据位于不同表格中。',
  'The sentence may speak of something else than the figures.': '该句所指可能并非这些数据。',
  'What is missing may stand on pages without readable text ({pages}).':
    '缺少的内容可能在没有可读文字的页面上（{pages}）。',
  'The relation holds in no year of the report, so that the figures may be defined in another way.':
    '此关系在报告的任何年份都不成立，因此数据可能另有定义。',
  'A note on {pages} gives a reason for the change; it does not bear out the sentence.':
    '{pages}的附注说明了变化的原因，但并不能证实该句。',
  '“{label}” (page {n}) may not be the figure that the rule means.': '“{label}”（第 {n} 页）可能不是规则所指的数据。',
  'the paragraph also compares over several years': '该段还比较了多个年份',
  'the sentence speaks of a part of the company': '该句只涉及公司的一部分',
  'the sentence may speak of others': '该句可能说的是其他主体',
  'may be the effect of one measure': '可能只是某一项措施的效果',
  'the sentence names no period': '该句未写明期间',
  'stands under a target heading': '位于目标标题之下',
  'stands under one kind of expense': '位于某一类支出之下',
  'stands under a split by gender': '位于按性别划分之下',
  'stands under waste': '位于废弃物之下',
  'stands under another company or a restatement': '位于其他公司或重述之下',
  'stands under emissions': '位于排放之下',
  'stands under a heading of one scope': '位于某一范围的标题之下',
  '“{word}” read as “{near}”': '“{word}”按“{near}”识别',
  'no unit confirms the metric': '没有单位可证实该指标',
  'may be a year': '可能是年份',
  'a bare year': '只是年份',
  'named by the heading above it': '名称取自上方标题',
  'named by its column': '名称取自所在列',
  'named together with the heading above it': '名称与上方标题合并而成',
  'emissions of what and of whom is not said': '未说明是何种、何人的排放',
  'one greenhouse gas of several': '只是多种温室气体之一',
  'the two languages of the label name different metrics': '名称的两种语言所指指标不同',
  'only one language of the label is known': '名称只有一种语言可识别',
  'a word in the label rules the metric out': '名称中的某个词排除了该指标',
  'its column names another metric': '所在列指的是另一指标',
  'a unit of {dimension} dimension does not fit {metrics}': '{dimension} 量纲的单位与 {metrics} 不符',
  'fits {metrics}': '与 {metrics} 均相符',
  'digits grouped by a space': '数字以空格分组',
  'malformed number: more than one decimal point': '数字格式有误：小数点不止一个',
  'malformed number: uneven digit groups': '数字格式有误：分组位数不一',
  'malformed number: mixed separators': '数字格式有误：分隔符混用',
  'the paragraph describes subsidiaries': '该段描述的是子公司',
  'the sentence speaks of the future': '该句说的是将来',
  'the sentence is hypothetical or negated': '该句是假设或否定',
};

/** A doubt of a figure's reading, as the engine quotes it in a finding. */
const quoted = /^“(.+)” \(page (\d+)\): (.+)$/s;

interface Template {
  pattern: RegExp;
  names: string[];
  chinese: string;
}

const hole = /\{(\w+)\}/g;

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const templates: Template[] = Object.entries(chinese).map(([english, words]) => {
  const parts = english.split(hole);
  const pattern = parts.map((part, at) => (at % 2 === 0 ? escape(part) : '(.+?)')).join('');
  return { pattern: new RegExp(`^${pattern}$`, 's'), names: parts.filter((_, at) => at % 2 === 1), chinese: words };
});

/** `page 3` → `第 3 页`; `pages 3, 4 and 9` → `第 3、4、9 页`. */
function pagesInChinese(pages: string): string {
  const numbers = pages.match(/\d+(?:[–-]\d+)?/g);
  return numbers === null ? pages : `第 ${numbers.join('、')} 页`;
}

/** A doubt as the engine wrote it → in Chinese; null when it has no Chinese yet. */
export function doubtInChinese(doubt: string): string | null {
  const reading = quoted.exec(doubt);
  if (reading) {
    const rest = doubtInChinese(reading[3]!);
    return rest === null ? null : `“${reading[1]}”（第 ${reading[2]} 页）：${rest}`;
  }
  for (const { pattern, names, chinese: words } of templates) {
    const filled = pattern.exec(doubt);
    if (!filled) continue;
    return words.replace(hole, (_, name: string) => {
      const value = filled[names.indexOf(name) + 1] ?? '';
      return name === 'pages' ? pagesInChinese(value) : value;
    });
  }
  return null;
}
