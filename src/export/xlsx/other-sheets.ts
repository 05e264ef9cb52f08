import type { Report } from '../../model/report.ts';
import { describeCorrected } from '../corrections.ts';
import { isFailing, standings, stateOf } from '../results.ts';
import type { Result } from '../results.ts';
import { doubtText, words } from '../words.ts';
import type { Language } from '../words.ts';
import { cellName, printedNumber } from './cells.ts';
import type { Cell, Sheet } from './cells.ts';
import { paperWords } from './words.ts';

/** What the checks say of the whole report, in counts that follow the other sheets. */
export function summarySheet(report: Report, results: readonly Result[], language: Language, at: Date): Sheet {
  const { document, rulePack, coverage } = report;
  const { summary: say, sheets, title } = paperWords[language];
  const { standings: verdicts, states } = words[language];
  const label = (value: string): Cell => ({ value, look: 'strong' });
  const count = (standing: (typeof standings)[number]): Cell => {
    const sheet = standing === 'verified' ? sheets.verified : sheets.findings;
    const value = results.filter((result) => result.standing === standing).length;
    return { value, formula: `COUNTIF('${sheet}'!B:B,"${verdicts[standing]}")` };
  };
  const inState = (state: keyof typeof states): Cell => ({
    value: results.filter((result) => result.standing !== 'verified' && stateOf(result) === state).length,
    formula: `COUNTIF('${sheets.findings}'!C:C,"${states[state]}")`,
  });
  const rows: Cell[][] = [
    [{ value: title, look: 'title' }],
    [],
    [label(say.document), document.name],
    [label(say.sha256), document.sha256],
    [label(say.pages), document.pages],
    [label(say.unreadPages), document.unreadPages.join(', ') || say.none],
    [label(say.year), document.reportYear],
    [label(say.languages), document.languages.join(', ')],
    [label(say.rulePack), rulePack.version],
    [label(say.rules), rulePack.rules],
    ...(rulePack.off ? [[label(say.rulesOff), rulePack.off.join(', ')]] : []),
    [label(say.made), at.toISOString()],
    [],
    [
      { value: say.verdict, look: 'head' },
      { value: say.count, look: 'head' },
    ],
    ...standings.map((standing): Cell[] => [{ value: verdicts[standing], look: standing }, count(standing)]),
    [],
    [
      { value: say.state, look: 'head' },
      { value: say.count, look: 'head' },
    ],
    ...(['open', 'confirmed', 'dismissed', 'fixed'] as const).map((state): Cell[] => [states[state], inState(state)]),
    [],
    [label(say.numbers), coverage.numbers],
    [label(say.understood), coverage.understood],
    [label(say.checked), coverage.checked],
  ];
  return { name: sheets.summary, widths: [42, 70], headRows: 0, rows, folded: new Set() };
}

const FIGURE_NUMBER = 6;
const FIGURE_SCALE = 11;

/** Every figure, with its value in its unit worked out from the print. */
export function figureSheet({ facts, findings }: Report, language: Language): Sheet {
  const { figureColumns, sheets } = paperWords[language];
  const relations = new Map<string, number>();
  for (const { outcome, evidence } of findings) {
    if (outcome !== 'pass' && outcome !== 'fail') continue;
    for (const id of new Set(evidence.flatMap(({ factId }) => factId ?? [])))
      relations.set(id, (relations.get(id) ?? 0) + 1);
  }
  const rows = facts.map((fact, index): Cell[] => [
    fact.id,
    fact.page,
    fact.label,
    fact.context.join(' › '),
    fact.period,
    fact.raw,
    printedNumber(fact.number),
    fact.upper === null ? null : printedNumber(fact.upper),
    fact.qualifier,
    fact.unitRaw,
    fact.unit,
    Number(fact.scale),
    {
      value: Number(fact.number) * Number(fact.scale),
      formula: `${cellName(FIGURE_NUMBER, index + 1)}*${cellName(FIGURE_SCALE, index + 1)}`,
    },
    fact.metric,
    fact.boundary,
    relations.get(fact.id) ?? 0,
    fact.doubts.map((doubt) => doubtText(doubt, language)).join(' '),
    describeCorrected(fact, language),
  ]);
  return {
    name: sheets.figures,
    widths: [9, 6, 44, 36, 10, 16, 14, 12, 10, 18, 12, 10, 16, 24, 18, 10, 36, 36],
    headRows: 1,
    rows: [figureColumns.map((value) => ({ value, look: 'head' })), ...rows],
    folded: new Set(),
  };
}

/** Every code of the content index, with what the checks say of its row. */
export function indexSheet({ index }: Report, results: readonly Result[], language: Language): Sheet {
  const { indexColumns, sheets } = paperWords[language];
  const rowKey = (page: number, box: readonly number[]): string => `${page} ${box.join(' ')}`;
  const byRow = new Map<string, Result>();
  for (const result of results) {
    for (const { role, page, box } of result.finding.evidence) {
      // Results come most serious first: the first stands for the row.
      const key = rowKey(page, box);
      if (role === 'index row' && !byRow.has(key)) byRow.set(key, result);
    }
  }
  const rows = index.map(({ page, box, standard, code, title, location, raw }): Cell[] => {
    const result = byRow.get(rowKey(page, box));
    const verdict: Cell = result ? { value: words[language].standings[result.standing], look: result.standing } : null;
    const message: Cell = result ? { value: result.finding.messages[language], look: 'wrap' } : null;
    return [page, standard, code, title, location, raw, verdict, message];
  });
  return {
    name: sheets.index,
    widths: [6, 12, 12, 50, 28, 30, 14, 70],
    headRows: 1,
    rows: [indexColumns.map((value) => ({ value, look: 'head' })), ...rows],
    folded: new Set(),
  };
}

/** What was read and checked on each page, with totals. */
export function coverageSheet(report: Report, results: readonly Result[], language: Language): Sheet {
  const { coverageColumns, sheets, total, unread } = paperWords[language];
  const { document, facts, tables } = report;
  const related = new Set(
    results
      .filter(({ finding }) => finding.outcome === 'pass' || finding.outcome === 'fail')
      .flatMap(({ finding }) => finding.evidence.flatMap(({ factId }) => factId ?? [])),
  );
  const rows = Array.from({ length: document.pages }, (_, index): (string | number | null)[] => {
    const page = index + 1;
    const own = facts.filter((fact) => fact.page === page);
    return [
      page,
      document.pageLabels[index] ?? null,
      tables.filter((table) => table.page === page).length,
      own.length,
      own.filter(({ id }) => related.has(id)).length,
      results.filter((result) => isFailing(result) && result.finding.evidence.some((each) => each.page === page))
        .length,
      document.unreadPages.includes(page) ? unread : null,
    ];
  });
  const sum = (column: number): Cell => ({
    value: rows.reduce((all, row) => all + Number(row[column]), 0),
    formula: `SUM(${cellName(column, 1)}:${cellName(column, rows.length)})`,
    look: 'strong',
  });
  return {
    name: sheets.coverage,
    widths: [8, 12, 10, 10, 20, 18, 40],
    headRows: 1,
    rows: [
      coverageColumns.map((value): Cell => ({ value, look: 'head' })),
      ...rows,
      [{ value: total, look: 'strong' }, null, sum(2), sum(3), sum(4)],
    ],
    folded: new Set(),
  };
}
