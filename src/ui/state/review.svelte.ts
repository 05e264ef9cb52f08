import { drawReading } from '../../export/reading-drawing.ts';
import type { Shape } from '../../export/svg.ts';
import { reviseReport } from '../../correct/revise-report.ts';
import type { Correction, Revision } from '../../model/correction.ts';
import type { Fact } from '../../model/fact.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { ListedDocument, StoreProblem } from '../../store/document-store.ts';
import type { CorrectionStore } from '../../store/correction-store.ts';
import type { TriageStore } from '../../store/triage-store.ts';
import type { CheckClient } from '../../worker/client.ts';
import { drawCoverage } from '../derive/coverage-drawing.ts';
import { coverFigures, coverPages } from '../derive/coverage.ts';
import { areDrafts } from '../derive/drafts.ts';
import { figureNote } from '../derive/figure-note.ts';
import type { FigureNote } from '../derive/figure-note.ts';
import { findRequirement, stepRequirement } from '../derive/matrix.ts';
import { pageBars } from '../derive/page-bars.ts';
import { barePanel, browsingPanel, factPanel, figureMarks, findingPanels, matrixPanels } from '../derive/panels.ts';
import type { Mark, Panel } from '../derive/panels.ts';
import { countStandings, listItems } from '../derive/standing.ts';
import type { Item } from '../derive/standing.ts';
import { PdfPages } from '../page-view/pdf-pages.ts';
import { CorrectionBook } from './corrections.svelte.ts';
import { Desk } from './desk.svelte.ts';
import { FiguresState } from './figures.svelte.ts';
import { HandOn } from './hand-on.svelte.ts';
import { History } from './history.svelte.ts';
import type { LibraryState } from './library.svelte.ts';
import { FindingsState } from './findings.svelte.ts';
import { PageViewState } from './page-view.svelte.ts';
import type { DocumentRoute, Tab } from './route.ts';
import type { RuleSwitches } from './rule-switches.svelte.ts';
import { RulesState } from './rules.svelte.ts';
import { TriageBook } from './triage.svelte.ts';

/** Milliseconds without a key after which the reader has stopped typing; browsers allow an address to change only so often. */
const TYPING_PAUSE = 300;

/** The one pane that a narrow screen shows. */
export type Pane = 'list' | 'detail' | 'pages';

export interface ReviewInput {
  report: Report;
  file: ArrayBuffer;
  checkedAt: number;
  password: string | null;
  /** Why the document is not kept in the browser; null when it is. */
  notKept: StoreProblem | null;
  switches: RuleSwitches;
  decisions: TriageStore;
  corrections: CorrectionStore;
  /** Checks again what a correction touches. */
  checker: Pick<CheckClient, 'correct' | 'prepare'>;
  library: LibraryState;
  /** The corrections kept with the document, and what they change in it. */
  known: readonly Correction[];
  revision: Revision | null;
  /** The pages, when they are open already. */
  pdf?: PdfPages | null;
}

/** One open document: what is chosen, shown and searched. */
export class ReviewState {
  /** As it was checked, before any correction. */
  readonly original: Report;
  readonly file: ArrayBuffer;
  readonly checkedAt: number;
  readonly notKept: StoreProblem | null;
  readonly figures: FiguresState;
  readonly rules: RulesState;
  readonly findings: FindingsState;
  readonly history = new History();
  readonly triage: TriageBook;
  readonly corrections: CorrectionBook;
  readonly library: LibraryState;
  readonly desk = new Desk(this);
  readonly handOn = new HandOn(this);
  readonly switches: RuleSwitches;
  readonly view = new PageViewState();
  /** With the corrections in it. */
  report = $derived.by(() => (this.#revision ? reviseReport(this.original, this.#revision) : this.original));
  /** Every finding with a standing, those of switched-off rules included. */
  readonly #all = $derived.by(() => listItems(this.report.findings));
  readonly #checker: ReviewInput['checker'];
  readonly #kept: CorrectionStore;
  #revision = $state.raw<Revision | null>(null);
  /** How many revisions were asked for, to know an answer that a later one has overtaken. */
  #turns = 0;
  readonly #go: (route: DocumentRoute, step: 'push' | 'replace' | 'note') => void;

  #noting: ReturnType<typeof setTimeout> | undefined;

  /** The figure whose reading is being put right, by its id. */
  #edited = $state<string | null>(null);
  /** The figure that is pointed at in what is drawn over a page. */
  pointed = $state<string | null>(null);
  /** Why the last corrections could not be applied; null when they were. */
  notRevised = $state(false);
  /** Another draft of this report, whose corrections are offered. */
  draft = $state.raw<ListedDocument | null>(null);
  /** What was taken over last. */
  takenOver = $state.raw<{ name: string; ids: readonly string[] } | null>(null);
  tab = $state<Tab>('findings');
  chosen = $state<string | null>(null);
  page = $state<number | null>(null);
  pane = $state<Pane>('list');
  /** The field that a key asked for: it takes the focus as soon as it is there. */
  asked = $state<'search' | 'note' | null>(null);
  /** The password that the pages were last opened with. */
  password: string | null = null;
  pdf = $state.raw<PdfPages | 'opening' | 'password' | 'failed'>('opening');

  /** The findings of the rules that are switched on, most serious first. */
  items = $derived.by(() => this.#all.filter(({ finding }) => !this.switches.isOff(finding.rule)));
  hidden = $derived.by(() => this.#all.length - this.items.length);
  counts = $derived(countStandings(this.items));
  covers = $derived.by(() => coverFigures(this.report, this.items));
  coverage = $derived.by(() => coverPages(this.report, this.covers));
  bars = $derived(pageBars(this.coverage, this.items));
  item = $derived.by(() =>
    this.tab === 'findings' ? (this.#all.find((item) => item.key === this.chosen) ?? null) : null,
  );
  fact = $derived.by(() =>
    this.tab === 'figures' ? (this.report.facts.find((fact) => fact.id === this.chosen) ?? null) : null,
  );
  editing = $derived.by(() => (this.#edited === null ? null : this.factOf(this.#edited)));
  /** The figure that can be put right now: the one pointed at, chosen, or first in the chosen finding. */
  correctable = $derived.by(() => {
    if (this.pointed !== null) return this.pointed;
    if (this.fact) return this.fact.id;
    const evidence = this.item?.finding.evidence ?? [];
    const operand = evidence[this.desk.operand ?? -1]?.factId;
    return operand ?? evidence.find(({ factId }) => factId !== null)?.factId ?? null;
  });
  /** The rule whose page is open: the chosen one, or the first of the list. */
  rule = $derived.by(() => (this.tab === 'rules' ? (this.rules.row(this.chosen) ?? this.rules.rows[0] ?? null) : null));
  /** The requirement that is chosen in the index. */
  requirement = $derived.by(() =>
    this.tab === 'index' ? findRequirement(this.report.standards ?? [], this.chosen) : null,
  );
  panels = $derived(this.#panels());
  /** Whether the places stand on several pages, which are shown side by side instead of the whole report. */
  comparing = $derived(this.panels.length > 1);
  /** The page that the map at the foot points at. */
  currentPage = $derived(
    (this.comparing ? null : this.view.seen) ?? this.view.spot?.page ?? this.page ?? this.panels[0]?.page ?? 1,
  );
  /** Whether the reader has left the pages of what is chosen. */
  strayed = $derived(
    (this.item !== null || this.fact !== null || this.requirement !== null) &&
      !this.panels.some(({ page, focus }) => focus && page === this.currentPage),
  );

  constructor(input: ReviewInput, go: (route: DocumentRoute, step: 'push' | 'replace' | 'note') => void) {
    this.original = input.report;
    this.#revision = input.revision;
    this.#checker = input.checker;
    this.library = input.library;
    this.#kept = input.corrections;
    this.file = input.file;
    this.checkedAt = input.checkedAt;
    this.notKept = input.notKept;
    this.switches = input.switches;
    this.figures = new FiguresState(
      () => this.report.facts,
      () => this.covers,
    );
    this.rules = new RulesState(() => this.report.findings);
    this.triage = new TriageBook(input.decisions, this.id, this.history);
    this.corrections = new CorrectionBook({
      store: input.corrections,
      document: this.id,
      history: this.history,
      known: input.known,
      onchange: () => void this.#revise(),
    });
    this.findings = new FindingsState(
      () => this.items,
      () => this.report.facts,
      this.triage,
    );
    this.#go = go;
    this.findings.onask = this.figures.onask = () => this.#noteAddress();
    void this.#lookForDraft();
    if (input.pdf) this.pdf = input.pdf;
    else void this.openPdf(input.password);
  }

  get id(): string {
    return this.original.document.sha256;
  }

  /** A figure as it is read now; null when there is none with this id. */
  factOf(id: string): Fact | null {
    return this.report.facts.find((fact) => fact.id === id) ?? null;
  }

  /** Opens the editor of a figure's reading, beside the finding or in the figures. */
  correct(id = this.correctable): void {
    const fact = id === null ? null : this.factOf(id);
    if (!fact) return;
    if (this.tab !== 'findings' && this.fact?.id !== fact.id) this.chooseFact(fact);
    this.pane = this.tab === 'findings' ? 'detail' : 'list';
    this.#edited = fact.id;
    this.view.spot = { page: fact.page, box: fact.box };
    // Whoever puts a figure right is about to need the check.
    this.#checker.prepare(this.original);
  }

  /** Puts a figure right. */
  putRight(correction: Correction): void {
    const { label } = correction.figure;
    this.corrections.put(correction);
    this.desk.said = { done: 'corrected', title: { en: label, zh: label } };
  }

  /** Takes a correction back. */
  takeBack(id: string, label: string): void {
    this.corrections.takeBack(id);
    this.desk.said = { done: 'takenBack', title: { en: label, zh: label } };
  }

  stopEditing(): void {
    this.#edited = null;
  }

  /** Checks what the corrections touch again, and shows the result in place. */
  async #revise(): Promise<void> {
    const turn = ++this.#turns;
    try {
      const revision = await this.#checker.correct(this.original, this.corrections.all());
      if (turn !== this.#turns) return;
      this.#revision = revision;
      this.notRevised = false;
      if (!this.notKept) await this.library.recount(this.id, countStandings(this.#all));
    } catch {
      if (turn === this.#turns) this.notRevised = true;
    }
  }

  /** Takes over what the address says. */
  follow(route: DocumentRoute): void {
    clearTimeout(this.#noting);
    if (route.tab === 'figures') this.figures.take(route.asked ?? {});
    if (route.tab === 'findings') this.findings.take(route.asked ?? {});
    if (route.tab !== this.tab || route.chosen !== this.chosen) this.#edited = null;
    this.pointed = null;
    if (route.tab !== this.tab) this.pane = 'list';
    this.view.place();
    this.tab = route.tab;
    this.chosen = route.chosen ?? (route.tab === 'findings' ? (this.items[0]?.key ?? null) : null);
    this.page = route.page === null ? null : this.#clamp(route.page);
    if (route.page !== null) this.pane = 'pages';
    const standing = this.item?.standing;
    if (standing && !this.findings.isOpen(standing)) this.findings.toggle(standing);
    if (route.tab === 'rules') void this.rules.load();
  }

  chooseFinding(key: string, step: 'push' | 'replace' = 'push'): void {
    this.pane = 'detail';
    this.#goTo({ id: this.id, tab: 'findings', chosen: key, page: null }, step);
  }

  chooseFact(fact: Fact, step: 'push' | 'replace' = 'push'): void {
    this.pane = step === 'push' ? 'pages' : this.pane;
    this.#goTo({ id: this.id, tab: 'figures', chosen: fact.id, page: null }, step);
  }

  chooseRequirement(key: string, step: 'push' | 'replace' = 'push'): void {
    this.pane = step === 'push' ? 'pages' : this.pane;
    this.#goTo({ id: this.id, tab: 'index', chosen: key, page: null }, step);
  }

  chooseRule(id: string, step: 'push' | 'replace' = 'push'): void {
    this.#goTo({ id: this.id, tab: 'rules', chosen: id, page: null }, step);
    this.pane = 'detail';
  }

  showTab(tab: Tab): void {
    this.#goTo({ id: this.id, tab, chosen: null, page: null }, 'push');
    this.pane = 'list';
  }

  /** Leafs to a page; from the rules, which show no pages, to the findings. */
  browse(page: number): void {
    const { id, tab: from, chosen } = this;
    const tab = from === 'rules' ? 'findings' : from;
    this.pane = 'pages';
    const place = { id, tab, chosen: tab === from ? chosen : null, page: this.#clamp(page) };
    this.#goTo(place, this.page === null ? 'push' : 'replace');
  }

  /** Shows the place of one operand, among the places of its finding; back from leafing first. */
  lookAt({ page, box }: Evidence): void {
    if (this.page !== null) this.endBrowsing();
    this.view.place();
    this.view.spot = { page, box };
    this.pane = 'pages';
  }

  /** Whether there is text to be searched, and its search is not open already. */
  get canFind(): boolean {
    return this.tab !== 'rules' && this.pdf instanceof PdfPages && !this.view.finding;
  }

  /** Opens the search in the text, which leads through the whole report. */
  openFind(): void {
    if (this.comparing) this.browse(this.currentPage);
    this.pane = 'pages';
    this.view.openFind();
  }

  /** Back from leafing to the pages of what is chosen. */
  endBrowsing(): void {
    const { id, tab, chosen } = this;
    this.#goTo({ id, tab, chosen, page: null }, 'push');
  }

  /** To the next (1) or the previous (-1) finding, rule or page of the list. */
  step(by: 1 | -1): void {
    if (this.tab === 'coverage') return this.browse(this.currentPage + by);
    if (this.tab === 'rules') return this.#stepRule(by);
    if (this.tab === 'index') {
      const key = stepRequirement(this.report.standards ?? [], this.chosen, by);
      if (key !== null) this.chooseRequirement(key, 'replace');
      return;
    }
    const next = this.findings.neighbour(this.chosen, by);
    if (next) this.chooseFinding(next.key, 'replace');
  }

  #stepRule(by: 1 | -1): void {
    const { rows } = this.rules;
    const next = rows[rows.findIndex((row) => row.rule.id === this.rule?.rule.id) + by];
    if (next) this.chooseRule(next.rule.id, 'replace');
  }

  /** To the next finding that is still to be decided. */
  goToNextOpen(): void {
    const next = this.findings.nextOpen(this.chosen);
    if (next) this.chooseFinding(next.key, this.tab === 'findings' ? 'replace' : 'push');
  }

  /** Shows the search of the list and gives it the focus. */
  askForSearch(): void {
    this.pane = 'list';
    this.asked = 'search';
  }

  /** Shows the note of the chosen finding and gives it the focus. */
  askForNote(): void {
    this.pane = 'detail';
    this.asked = 'note';
  }

  /** One step out, as Escape does: from a question, from leafing, then from a narrow screen's pane. */
  back(): void {
    if (this.editing) return this.stopEditing();
    if (this.desk.asking) return this.desk.stopAsking();
    if (this.view.finding) return this.view.closeFind();
    if (this.page !== null || this.strayed) this.endBrowsing();
    this.pane = this.pane === 'pages' && this.tab === 'findings' && this.chosen !== null ? 'detail' : 'list';
  }

  /** Other findings that rest on a figure of this one, the most serious first. */
  related(item: Item): Item[] {
    const found = item.finding.evidence.flatMap(({ factId }) =>
      factId === null ? [] : (this.covers.get(factId)?.items ?? []),
    );
    return this.items.filter((each) => each.key !== item.key && found.includes(each));
  }

  /** What a rule came to in this report, whether it is switched on or not. */
  resultsOf(rule: string): Item[] {
    return this.#all.filter((item) => item.finding.rule === rule);
  }

  /** What is drawn on a page over its print: what was read, or in the coverage view how its figures are accounted for. */
  drawing(page: number): Shape | null {
    if (this.view.overlay) return drawReading(this.report, page, { paper: false });
    return this.tab === 'coverage' ? drawCoverage(this.report, page, this.covers) : null;
  }

  /** Width and height of a page in points; of a page that could not be read, those of A4. */
  pageSize(page: number): readonly [width: number, height: number] {
    const size = this.report.document.pageSizes[page - 1];
    return size && size[0] > 0 ? size : [595, 842];
  }

  /** The number printed on a page, or the one that the file gives it; null when there is none. */
  pageLabel(page: number): string | null {
    return this.report.document.pageLabels[page - 1] ?? null;
  }

  /** What is marked on a page of the whole report: what is chosen, or else what can be chosen there. */
  marks(page: number): Mark[] {
    if (this.tab === 'coverage') return [];
    const panel = this.panels.find((each) => each.page === page);
    if (this.tab === 'figures')
      return [...figureMarks(this.figures.byPage.get(page) ?? [], this.fact?.id ?? null), ...(panel?.marks ?? [])];
    if (panel?.focus) return panel.marks;
    // Beside what is chosen nothing else is marked, until the reader turns to other pages.
    return this.item && this.page === null && !this.strayed ? [] : browsingPanel(this.report, this.items, page).marks;
  }

  /** Opens what a mark stands for. */
  openMark(key: string): void {
    const fact = this.tab === 'figures' ? this.report.facts.find(({ id }) => id === key) : undefined;
    if (fact) this.chooseFact(fact);
    else this.chooseFinding(key);
  }

  /** What a figure says when it is pointed at; null when the report has no such figure. */
  note(factId: string): FigureNote | null {
    const fact = this.report.facts.find((each) => each.id === factId);
    const cover = this.covers.get(factId);
    return fact && cover ? figureNote(fact, cover) : null;
  }

  /** Opens the PDF for drawing; with a password when it asks for one. */
  async openPdf(password: string | null): Promise<void> {
    this.password = password;
    this.pdf = 'opening';
    try {
      this.pdf = await PdfPages.open(this.file, password);
    } catch {
      this.pdf = 'failed';
    }
  }

  close(): void {
    clearTimeout(this.#noting);
    this.figures.close();
    this.triage.close();
    this.corrections.close();
    if (this.pdf instanceof PdfPages) this.pdf.close();
  }

  /** To another place of this document; what narrows the list there stays. */
  #goTo(place: Omit<DocumentRoute, 'at' | 'asked'>, step: 'push' | 'replace' | 'note'): void {
    const asked = place.tab === 'figures' ? this.figures.asked : place.tab === 'findings' ? this.findings.asked : {};
    this.#go({ at: 'document', ...place, ...(Object.keys(asked).length > 0 ? { asked } : {}) }, step);
  }

  /** Writes into the address how the list is narrowed, once the reader has stopped typing. */
  #noteAddress(): void {
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => {
      const { id, tab, chosen, page } = this;
      this.#goTo({ id, tab, chosen, page }, 'note');
    }, TYPING_PAUSE);
  }

  #panels(): Panel[] {
    if (this.tab === 'rules') return [];
    if (this.tab === 'coverage') return [barePanel(this.page ?? 1)];
    if (this.page !== null) return [browsingPanel(this.report, this.items, this.page)];
    if (this.item) return findingPanels(this.report, this.item);
    if (this.fact) return [factPanel(this.report, this.fact)];
    if (this.requirement) return matrixPanels(this.report, this.requirement);
    return [browsingPanel(this.report, this.items, 1)];
  }

  /** Offers the corrections of another draft of this report, once, where this one has none. */
  async #lookForDraft(): Promise<void> {
    if (this.corrections.all().length > 0) return;
    const others = await this.library.listCorrected(this.id);
    this.draft = others.find(({ record }) => areDrafts(record.name, this.original.document.name)) ?? null;
  }

  /** Takes the corrections of another document over: those whose figures are here apply, the others are listed as not found. */
  async takeOver({ record }: ListedDocument): Promise<void> {
    this.draft = null;
    const answer = await this.#kept.list(record.id);
    if (!answer.kept) return;
    const corrections = answer.value.filter(({ id }) => !this.corrections.of(id));
    this.corrections.put(...corrections);
    this.takenOver = { name: record.name, ids: corrections.map(({ id }) => id) };
  }

  #clamp(page: number): number {
    return Math.min(this.report.document.pages, Math.max(1, page));
  }
}
