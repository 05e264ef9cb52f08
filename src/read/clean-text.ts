/** Radicals that fonts name instead of the ideographs they look like (Unicode, EquivalentUnifiedIdeograph.txt). */
const RADICAL_OF = new Map(
  [
    '⺟母',
    '⺠民',
    '⻁虎',
    '⻄西',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻚页',
    '⻛风',
    '⻜飞',
    '⻝食',
    '⻢马',
    '⻣骨',
    '⻤鬼',
    '⻥鱼',
    '⻦鸟',
    '⻨麦',
    '⻩黄',
    '⻬齐',
    '⻮齿',
    '⻰龙',
    '⻳龟',
  ].map((pair) => [pair[0]!, pair[1]!] as const),
);
const RADICALS = /[\u2e80-\u2eff]/g;

/** Signs that Wingdings and Wingdings 3 draw for the private codes U+F020 to U+F0FF, by the font's name. */
const SIGNS: [font: RegExp, signs: Map<string, string>][] = [
  [/wingdings ?-?3/i, '\uf066← \uf067→ \uf068↑ \uf069↓ \uf070▲ \uf071▼ \uf084▲ \uf085▼'] as const,
  [
    /wingdings(?! ?-?[23])/i,
    '\uf06c● \uf06e■ \uf071□ \uf075◆ \uf076◆ \uf09e• \uf09f• \uf0a7▪ \uf0a8□ \uf0b7• \uf0d8➢ \uf0df← \uf0e0→ \uf0e1↑ \uf0e2↓ \uf0fb✗ \uf0fc✓ \uf0fe☑',
  ] as const,
].map(([font, signs]) => [font, new Map(signs.split(' ').map((pair) => [pair[0]!, pair[1]!]))]);

/** A sign of a font of signs as the character that looks like it. */
function nameSign(unicode: string, font: string): string {
  if (!/[\uf020-\uf0ff]/.test(unicode)) return unicode;
  const signs = SIGNS.find(([name]) => name.test(font))?.[1];
  return signs ? unicode.replace(/[\uf020-\uf0ff]/g, (c) => signs.get(c) ?? c) : unicode;
}

/** Most glyphs are one of these, which need no cleaning. */
const PLAIN = /^[ -~\u4e00-\u9fff]+$/;

/**
 * A glyph's characters → text: control, formatting and separator characters carry none; ligatures and compatibility
 * ideographs are unfolded; signs of Wingdings become the characters that look like them.
 */
export function cleanText(unicode: string, font: string): string {
  if (PLAIN.test(unicode)) return unicode;
  const text = nameSign(unicode, font).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  return text
    .replace(RADICALS, (c) => RADICAL_OF.get(c) ?? c)
    .replace(/[\ufb00-\ufb06\u2f00-\u2fdf\u2e80-\u2eff\uf900-\ufaff]/g, (c) => c.normalize('NFKC'));
}
