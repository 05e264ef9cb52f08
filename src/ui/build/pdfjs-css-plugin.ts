import type { Plugin } from 'vite';

const stylesheet = /[\\/]pdfjs-dist[\\/]web[\\/]pdf_viewer\.css$/;

/** The parts of the viewer that Crossfoot shows: pages, their text and their links. The rest draws an editor and dialogs. */
const wanted = /^\.(?:pdfViewer|textLayer|annotationLayer|canvasWrapper|page)\b/;
const unwanted = /\.(?:annotationEditorLayer|dummyPage|xfa\w*|disabled)\b|[Pp]resentationMode/;

/** Lets a page shine through its canvas; with it, every change within a page is matched against the whole report. */
const dearRule = /&:has\(> \.canvasWrapper > canvas\[role="presentation"\]\) \{[^}]*\}/;

/** Rules of a stylesheet, each as it stands there. Comments are taken out first: they may hold braces. */
export function splitRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let rule = '';
  for (const part of css.replace(/\/\*[\s\S]*?\*\//g, '').split(/([{};])/)) {
    rule += part;
    if (part === '{') depth += 1;
    if (part === '}') depth -= 1;
    if (depth > 0 || (part !== '}' && part !== ';')) continue;
    rules.push(rule.trim());
    rule = '';
  }
  return rules;
}

/** pdf.js's own stylesheet → the rules for pages, text and links, without those that load pictures. */
export function keepPageRules(css: string): string {
  return splitRules(css)
    .filter((rule) => {
      const selector = rule.slice(0, rule.indexOf('{'));
      return wanted.test(selector) && !unwanted.test(selector) && !/url\("?images\//.test(rule);
    })
    .join('\n')
    .replace(dearRule, '');
}

/** Cuts the stylesheet of pdf.js's viewer down to what is shown: a twentieth of it, and none of its hundred pictures. */
export function pdfjsCssPlugin(): Plugin {
  return {
    name: 'crossfoot:pdfjs-css',
    enforce: 'pre',
    transform(code, id) {
      return stylesheet.test(id.split('?')[0]!) ? { code: keepPageRules(code), map: null } : null;
    },
  };
}
