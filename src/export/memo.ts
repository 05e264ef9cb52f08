import type { CorrectionResult } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { PartialReading, Report } from '../model/report.ts';
import type { Triage } from '../model/triage.ts';
import { describeResult as describeCorrection } from './corrections.ts';
import { memoWords } from './memo-words.ts';
import { isFailing, listResults, nameStandard, pagesOf, standings, stateOf } from './results.ts';
import type { Result } from './results.ts';
import { escapeXml } from './svg.ts';
import { words, workingLabel } from './words.ts';
import type { Language } from './words.ts';

export interface MemoOptions {
  language: Language;
  /** When the memo is made. */
  at: Date;
}

/** The page may load and run nothing; its own style is all that it has. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
@page { size: A4; margin: 18mm 18mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; padding: 12mm 0; color: #1c1c1a; background: #fff;
  font: 10pt/1.5 'Noto Sans', system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 5mm; font-size: 20pt; line-height: 1.2; }
h2 { margin: 8mm 0 2mm; padding-bottom: 1mm; border-bottom: 1px solid #1c1c1a; font-size: 12pt; break-after: avoid; }
h3 { margin: 0; font-size: 10pt; }
p { margin: 1mm 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0; }
dt, .quiet { color: #66645e; }
dd { margin: 0; overflow-wrap: anywhere; }
ol, ul { margin: 0; padding: 0; list-style: none; }
li { padding: 2.5mm 0; border-bottom: 1px solid #e2e0d9; break-inside: avoid; }
.plain { columns: 2; column-gap: 8mm; font-size: 8.5pt; }
.plain li { padding: 0.4mm 0; border: 0; }
.code { font-size: 8.5pt; }
.wrong { color: #b3221c; } .doubtful { color: #8a5a00; } .look { color: #285c93; } .verified { color: #226b43; }
.totals { display: flex; flex-wrap: wrap; gap: 2mm 8mm; padding: 0; font-size: 11pt; }
.totals b { font-size: 14pt; }
table { width: 100%; border-collapse: collapse; }
.working { width: auto; margin: 1.5mm 0 0 4mm; }
th { text-align: left; font-weight: 600; }
th, td { padding: 0.8mm 4mm 0.8mm 0; vertical-align: top; border-bottom: 1px solid #e2e0d9; }
.working td { padding: 0 0 0 6mm; border: 0; }
.working td:first-child { padding-left: 0; }
.number { text-align: right; white-space: nowrap; }
.working .result td:last-child { border-top: 1px solid; border-bottom: 3px double; }
tr { break-inside: avoid; }
.sign { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 8mm; margin-top: 14mm; break-inside: avoid; }
.sign div { padding-top: 1.5mm; border-top: 1px solid #1c1c1a; color: #66645e; }
footer { margin-top: 8mm; color: #66645e; font-size: 8.5pt; }
@media screen { body { padding: 12mm 6mm; } }
`;

/**
 * Report and triage → a memo in HTML for printing and signing: what was checked, what failed, what could not be told, what
 * was dismissed and why, what was not read, and for which file and rules all this holds. It stands alone and runs nothing.
 */
export function toMemo(report: Report, triage: readonly Triage[], { language, at }: MemoOptions): string {
  const say = memoWords[language];
  const results = listResults(report, triage);
  const kept = results.filter((result) => stateOf(result) !== 'dismissed' || result.standing === 'verified');
  const dismissed = results.filter((result) => !kept.includes(result));
  const { name } = report.document;
  const section = (title: string, content: string): string =>
    `<section><h2>${escapeXml(title)}</h2>${content}</section>`;
  const list = (items: Result[], none: string): string =>
    items.length === 0
      ? `<p>${escapeXml(none)}</p>`
      : `<ol>${items.map((item) => describeResult(item, language)).join('')}</ol>`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(`${say.title} · ${name}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(say.title)}</h1>
${describeDocument(report, at, language)}
${section(say.summary, describeTotals(report, results, language))}
${section(say.failed, list(kept.filter(isFailing), say.noneFailed))}
${section(say.dismissed, list(dismissed, say.noneDismissed))}
${section(
  say.untold,
  list(
    kept.filter(({ standing }) => standing === 'untold'),
    say.noneUntold,
  ),
)}
${section(say.unread, describeUnread(report, language))}
${report.corrections ? section(say.corrected, describeCorrections(report, report.corrections, language)) : ''}
${section(say.checked, describeRules(report, results, language))}
${section(say.signOff, `<div class="sign">${[say.reviewer, say.date, say.signature].map((line) => `<div>${escapeXml(line)}</div>`).join('')}</div>`)}
<footer>${escapeXml(say.madeBy)}</footer>
</body>
</html>
`;
}

function describeDocument({ document, rulePack }: Report, at: Date, language: Language): string {
  const say = memoWords[language];
  const rows: [string, string][] = [
    [say.document, document.name],
    [say.sha256, document.sha256],
    [say.pages, String(document.pages)],
    ...(document.reportYear === null ? [] : [[say.year, document.reportYear] as [string, string]]),
    [say.rulePack, say.rules(rulePack.version, rulePack.rules)],
    ...(rulePack.off ? [[say.rulesOff, say.off(rulePack.off)] as [string, string]] : []),
    [say.made, at.toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
  ];
  return `<dl>${rows.map(([term, value]) => `<dt>${escapeXml(term)}</dt><dd${value === document.sha256 ? ' class="code"' : ''}>${escapeXml(value)}</dd>`).join('')}</dl>`;
}

function describeTotals({ coverage }: Report, results: readonly Result[], language: Language): string {
  const totals = standings.map((standing) => {
    const count = results.filter((result) => result.standing === standing).length;
    return `<span class="${standing}"><b>${count}</b> ${escapeXml(words[language].standings[standing])}</span>`;
  });
  const figures = memoWords[language].figures(coverage.checked, coverage.numbers);
  const open = results.filter(({ standing }) => standing !== 'verified');
  const inState = (state: Triage['state']): number => open.filter((result) => stateOf(result) === state).length;
  const states = memoWords[language].states(
    inState('open'),
    inState('confirmed'),
    inState('dismissed'),
    inState('fixed'),
  );
  return `<p class="totals">${totals.join('')}</p><p>${escapeXml(states)}</p><p>${escapeXml(figures)}</p>`;
}

function describeResult(result: Result, language: Language): string {
  const { finding, standing, triage } = result;
  const say = words[language];
  const facts = [
    `<span class="${standing}">${escapeXml(say.standings[standing])}</span>`,
    escapeXml(say.states[stateOf(result)]),
    escapeXml(say.pages(pagesOf(finding))),
    escapeXml([finding.rule, ...finding.standards.map(nameStandard)].join(', ')),
    escapeXml(result.key),
  ].filter(Boolean);
  const reason = triage?.reason || (triage?.state === 'dismissed' ? memoWords[language].noReason : '');
  return `<li>
<h3>${escapeXml(finding.title[language])}</h3>
<p>${escapeXml(finding.messages[language])}</p>
${isFailing(result) ? describeWorking(finding, language) : ''}
${reason ? `<p><b>${escapeXml(say.reason)}</b> ${escapeXml(reason)}</p>` : ''}
${triage?.note ? `<p><b>${escapeXml(say.note)}</b> ${escapeXml(triage.note)}</p>` : ''}
<p class="quiet">${facts.join(' · ')}</p>
</li>`;
}

function describeWorking({ working }: Finding, language: Language): string {
  if (working.length === 0) return '';
  const rows = working.map(
    ({ label, value, role }) =>
      `<tr class="${role}"><td>${escapeXml(workingLabel(label, language))}</td><td class="number">${escapeXml(value)}</td></tr>`,
  );
  return `<table class="working">${rows.join('')}</table>`;
}

function describeUnread({ document: { unreadPages, partial = [] } }: Report, language: Language): string {
  const say = memoWords[language];
  const pages = unreadPages.join(language === 'zh' ? '、' : ', ');
  const sentences = [
    unreadPages.length > 0 ? say.unreadPages(pages, unreadPages.length) : partial.length > 0 ? '' : say.allRead,
    ...partial.map((part) => describeLimit(part, language)),
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => `<p>${escapeXml(sentence)}</p>`)
    .join('');
}

function describeCorrections({ facts }: Report, corrections: readonly CorrectionResult[], language: Language): string {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const applied = corrections.filter(({ unapplied }) => unapplied === null).length;
  const items = corrections.map((result) => `<li>${escapeXml(describeCorrection(result, byId, language))}</li>`);
  return `<p>${escapeXml(memoWords[language].corrections(applied))}</p><ol>${items.join('')}</ol>`;
}

function describeLimit({ limit, pages }: PartialReading, language: Language): string {
  const stretches = pages.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return language === 'zh'
    ? `第${stretches.join('、')}页${memoWords.zh.limits[limit]}。`
    : `Pages ${stretches.join(', ')} ${memoWords.en.limits[limit]}.`;
}

/** Each rule with how often it held, failed and could not be told; then those that had nothing to check. */
function describeRules({ findings }: Report, results: readonly Result[], language: Language): string {
  const say = memoWords[language];
  const { standings: verdicts } = words[language];
  const rules = Map.groupBy(results, ({ finding }) => finding.rule);
  const rows = [...rules.values()]
    .map((group) => ({ title: group[0]!.finding.ruleTitle[language], group }))
    .sort((a, b) => a.title.localeCompare(b.title, language))
    .map(({ title, group }) => {
      const counts = standings.map((standing) => group.filter((result) => result.standing === standing).length);
      return `<tr><td>${escapeXml(title)}</td>${counts.map((count) => `<td class="number">${count || ''}</td>`).join('')}</tr>`;
    });
  const heads = standings.map((standing) => `<th class="number">${escapeXml(verdicts[standing])}</th>`);
  const idle = new Map(
    findings
      .filter(({ rule, outcome }) => outcome === 'notApplicable' && !rules.has(rule))
      .map(({ rule, ruleTitle }) => [rule, ruleTitle[language]]),
  );
  const nothing =
    idle.size === 0
      ? ''
      : `<p>${escapeXml(say.nothing)}</p><ul class="plain quiet">${[...idle.values()].map((title) => `<li>${escapeXml(title)}</li>`).join('')}</ul>`;
  return `<table><thead><tr><th>${escapeXml(say.rule)}</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>${nothing}`;
}
