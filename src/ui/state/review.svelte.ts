import type { Fact } from '../../model/fact.ts';
import type { Report } from '../../model/report.ts';
import type { StoreProblem } from '../../store/document-store.ts';
import { pageBars } from '../derive/page-bars.ts';
import { browsingPanel, factPanel, findingPanels } from '../derive/panels.ts';
import type { Panel } from '../derive/panels.ts';
import { countStandings, groupItems, listItems } from '../derive/standing.ts';
import type { Item, Standing } from '../derive/standing.ts';
import { FigureIndex } from '../figures/figure-index.ts';
import { PdfPages } from '../page-view/pdf-pages.ts';
import { FiguresState } from './figures.svelte.ts';
import type { DocumentRoute } from './route.ts';

/** The one pane that a narrow screen shows. */
export type Pane = 'list' | 'detail' | 'pages';

export interface ReviewInput {
  report: Report;
  file: ArrayBuffer;
  checkedAt: number;
  password: string | null;
  /** Why the document is not kept in the browser; null when it is. */
  notKept: StoreProblem | null;
}

const zoomStep = 1.25;
const zoomLimits = { least: 0.4, most: 4 };

/** One open document: what is chosen, shown and searched. */
export class ReviewState {
  readonly report: Report;
  readonly file: ArrayBuffer;
  readonly checkedAt: number;
  readonly notKept: StoreProblem | null;
  readonly items: Item[];
  readonly counts: ReturnType<typeof countStandings>;
  readonly bars: ReturnType<typeof pageBars>;
  readonly figures: FiguresState;
  readonly #index: FigureIndex;
  readonly #go: (route: DocumentRoute, step: 'push' | 'replace') => void;

  tab = $state<'findings' | 'figures'>('findings');
  chosen = $state<string | null>(null);
  page = $state<number | null>(null);
  pane = $state<Pane>('list');
  zoom = $state(1);
  query = $state('');
  /** The list of what was verified is long and rarely read: it starts closed. */
  closed = $state<Standing[]>(['verified']);
  pdf = $state.raw<PdfPages | 'opening' | 'password' | 'failed'>('opening');

  /** Items that match the search, in their groups. */
  groups = $derived(groupItems(this.#matching()));
  /** Items in open groups, in the order of the screen: the road of the j and k keys. */
  #road = $derived(this.groups.filter((group) => this.isOpen(group.standing)).flatMap((group) => group.items));
  item = $derived.by(() =>
    this.tab === 'findings' ? (this.items.find((item) => item.key === this.chosen) ?? null) : null,
  );
  fact = $derived.by(() =>
    this.tab === 'figures' ? (this.report.facts.find((fact) => fact.id === this.chosen) ?? null) : null,
  );
  panels = $derived(this.#panels());
  /** The page that the map at the foot points at. */
  currentPage = $derived(this.page ?? this.panels[0]?.page ?? 1);

  constructor(input: ReviewInput, go: (route: DocumentRoute, step: 'push' | 'replace') => void) {
    this.report = input.report;
    this.file = input.file;
    this.checkedAt = input.checkedAt;
    this.notKept = input.notKept;
    this.items = listItems(input.report.findings);
    this.counts = countStandings(input.report);
    this.bars = pageBars(input.report, this.items);
    this.figures = new FiguresState(input.report.facts);
    this.#index = new FigureIndex(
      this.items.map(({ finding }) => `${finding.title.en} ${finding.message} ${finding.rule}`),
    );
    this.#go = go;
    void this.openPdf(input.password);
  }

  get id(): string {
    return this.report.document.sha256;
  }

  /** Takes over what the address says. */
  follow(route: DocumentRoute): void {
    if (route.tab !== this.tab) this.pane = 'list';
    if (route.chosen !== this.chosen || route.page !== this.page) this.zoom = 1;
    this.tab = route.tab;
    this.chosen = route.chosen ?? (route.tab === 'findings' ? (this.items[0]?.key ?? null) : null);
    this.page = route.page === null ? null : this.#clamp(route.page);
    if (route.page !== null) this.pane = 'pages';
    const standing = this.item?.standing;
    if (standing && !this.isOpen(standing)) this.toggle(standing);
  }

  chooseFinding(key: string, step: 'push' | 'replace' = 'push'): void {
    this.pane = 'detail';
    this.#go({ at: 'document', id: this.id, tab: 'findings', chosen: key, page: null }, step);
  }

  chooseFact(fact: Fact, step: 'push' | 'replace' = 'push'): void {
    this.pane = step === 'push' ? 'pages' : this.pane;
    this.#go({ at: 'document', id: this.id, tab: 'figures', chosen: fact.id, page: null }, step);
  }

  showTab(tab: 'findings' | 'figures'): void {
    this.#go({ at: 'document', id: this.id, tab, chosen: null, page: null }, 'push');
    this.pane = 'list';
  }

  /** Leafs to a page. */
  browse(page: number): void {
    this.pane = 'pages';
    const { id, tab, chosen } = this;
    this.#go({ at: 'document', id, tab, chosen, page: this.#clamp(page) }, this.page === null ? 'push' : 'replace');
  }

  /** Back from leafing to the pages of what is chosen. */
  endBrowsing(): void {
    const { id, tab, chosen } = this;
    this.#go({ at: 'document', id, tab, chosen, page: null }, 'push');
  }

  /** To the next (1) or the previous (-1) finding of the list. */
  step(by: 1 | -1): void {
    const at = this.#road.findIndex((item) => item.key === this.chosen);
    const next = at < 0 ? this.#road[0] : this.#road[at + by];
    if (next) this.chooseFinding(next.key, 'replace');
  }

  /** One step out, as Escape does: from leafing, then from a narrow screen's pane. */
  back(): void {
    if (this.page !== null) this.endBrowsing();
    this.pane = this.pane === 'pages' && this.tab === 'findings' && this.chosen !== null ? 'detail' : 'list';
  }

  zoomBy(steps: 1 | -1): void {
    this.zoom = Math.min(zoomLimits.most, Math.max(zoomLimits.least, this.zoom * zoomStep ** steps));
  }

  isOpen(standing: Standing): boolean {
    return this.query !== '' || !this.closed.includes(standing);
  }

  toggle(standing: Standing): void {
    this.closed = this.closed.includes(standing)
      ? this.closed.filter((each) => each !== standing)
      : [...this.closed, standing];
  }

  /** Opens the PDF for drawing; with a password when it asks for one. */
  async openPdf(password: string | null): Promise<void> {
    this.pdf = 'opening';
    try {
      this.pdf = await PdfPages.open(this.file, password);
    } catch {
      this.pdf = 'failed';
    }
  }

  close(): void {
    this.figures.close();
    if (this.pdf instanceof PdfPages) this.pdf.close();
  }

  #matching(): Item[] {
    if (this.query.trim() === '') return this.items;
    const found = this.#index.search(this.query).toSorted((a, b) => a - b);
    return found.map((index) => this.items[index]!);
  }

  #panels(): Panel[] {
    if (this.page !== null) return [browsingPanel(this.items, this.page)];
    if (this.item) return findingPanels(this.report, this.item);
    if (this.fact) return [factPanel(this.report, this.fact)];
    return [browsingPanel(this.items, 1)];
  }

  #clamp(page: number): number {
    return Math.min(this.report.document.pages, Math.max(1, page));
  }
}
