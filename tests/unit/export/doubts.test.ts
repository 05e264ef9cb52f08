import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { doubtInChinese } from '../../../src/export/doubts.ts';

/** A sentence of the engine; the words of a rule and the errors for a developer are something else. */
const sentence = /^[A-Z“].{12,}\.$/s;

/** A string or a template, with `5` in the place of what is filled in. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `5${literal.text}`).join('');
}

function isDoubtsList(node: ts.Node | undefined): boolean {
  if (!node) return false;
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'doubts';
  if (ts.isCallExpression(node)) return /doubts\.push$/.test(node.expression.getText());
  return (ts.isArrayLiteralExpression(node) || ts.isConditionalExpression(node)) && isDoubtsList(node.parent);
}

/** Every doubt that stands in a source file, as far as its text can be seen there. */
function doubtsIn(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    const isError = ts.isNewExpression(node.parent ?? node) || ts.isPropertyAssignment(node.parent ?? node);
    if (text !== null && ((sentence.test(text) && !isError) || isDoubtsList(node.parent))) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

const sources = globSync('src/{engine,extract}/**/*.ts');

test('every doubt that the engine and the reader write has its Chinese', () => {
  const doubts = sources.flatMap((path) => doubtsIn(path).map((doubt) => [path, doubt] as const));
  expect(doubts.length).toBeGreaterThan(30);
  expect(doubts.filter(([, doubt]) => doubtInChinese(doubt) === null)).toEqual([]);
});

test('what the report fills in stays, and pages are named as Chinese names them', () => {
  expect(doubtInChinese('A note on pages 3, 4 and 9 says that the figures need not add up.')).toBe(
    '第 3、4、9 页的附注说明各数据之和不必等于合计。',
  );
  expect(doubtInChinese('“1 234” (page 7): digits grouped by a space')).toBe('“1 234”（第 7 页）：数字以空格分组');
  expect(doubtInChinese('The report prints 4 different values under this name, so they may be different things.')).toBe(
    '报告在此名称下印有 4 个不同的数值，因此它们可能含义不同。',
  );
});

test('a doubt that is not known has no Chinese', () => {
  expect(doubtInChinese('Something new.')).toBeNull();
});
