import { describe, expect, it } from 'vitest';
import { findIndexNames } from '../../../src/engine/index-names.ts';
import { findMisplacedSections, listNamedSections } from '../../../src/engine/index-paths.ts';
import { makeBlock, makeEntry, makeReading } from './make-reading.ts';

const heading = (text: string, page: number) => makeBlock({ kind: 'heading', level: 1, text, page });
const row = (code: string, location: string) => makeEntry(code, { standard: 'GRI', page: 20, location, title: '' });
const headings = [
  heading('1. 公司概况', 2),
  heading('1.1 经营数据', 2),
  heading('2. 环境管理', 3),
  heading('2.1 节约用水', 3),
  heading('2.2 绿色采购', 4),
  heading('3. 客户服务', 5),
  heading('3.1 守护用户权利', 5),
  heading('3.2 加强信息安全', 6),
];

describe('sections that the index names', () => {
  it('are parted where lines of a cell ran together, at a title that the report has', () => {
    const known = new Set(['环境管理', '客户服务', '节约用水', '守护用户权利']);
    const names = listNamedSections([row('303-1', '环境管理-节约用水客户服务-守护用户权利')], known);
    expect(names.map(({ text, parent }) => [text, parent])).toEqual([
      ['环境管理', null],
      ['节约用水', '环境管理'],
      ['客户服务', null],
      ['守护用户权利', '客户服务'],
    ]);
  });

  it('stand under the wrong chapter when their number says so, told once for the chapter', () => {
    const index = [
      row('301-1', '公司概况-节约用水'),
      row('308-1', '公司概况-绿色采购'),
      row('201-1', '公司概况-经营数据'),
    ];
    const { agreeing, mismatches } = findMisplacedSections(makeReading({ blocks: headings, index }));
    expect(agreeing.map(({ raw }) => raw)).toEqual(['公司概况-经营数据']);
    expect(mismatches.map(({ first, second }) => [first, second])).toEqual([
      ['公司概况-节约用水; 公司概况-绿色采购', '2. 环境管理'],
    ]);
  });

  it('are held against a heading that differs in one ideograph though other rows name it right, and against those of their chapter', () => {
    const right = ['公司概况', '经营数据', '环境管理', '节约用水', '绿色采购', '客户服务', '守护用户权利'];
    const index = [
      ...right.map((name, i) => row(`2-${i + 1}`, name)),
      row('416-1', '客户服务-维护用户权利'),
      row('418-1', '客户服务-加强用户信息'),
    ];
    const { mismatches } = findIndexNames(makeReading({ blocks: headings, index }));
    expect(mismatches.map(({ first, second }) => [first, second])).toEqual([
      ['维护用户权利', '3.1 守护用户权利'],
      ['加强用户信息', '3.2 加强信息安全'],
    ]);
  });
});
