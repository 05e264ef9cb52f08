import type { TriageState } from '../../model/triage.ts';
import type { ReviewState } from '../state/review.svelte.ts';

export type CommandGroup = 'go' | 'decide' | 'pages' | 'views' | 'help';

/** One thing that a key, a button or the palette can do. */
export interface Command {
  id: string;
  group: CommandGroup;
  /** Keys as `KeyboardEvent.key` has them; `mod+` stands for Ctrl, or Command on a Mac. The first is shown. */
  keys: readonly string[];
  /** Whether it can be done now. */
  applies?: (review: ReviewState) => boolean;
  run: (review: ReviewState) => void;
}

const hasFinding = (review: ReviewState): boolean => review.item !== null;
const hasPages = (review: ReviewState): boolean => review.tab !== 'rules';
/** In the figures, arrows walk through the table; letters do not. */
const hasRoad = (review: ReviewState): boolean => review.tab !== 'figures';

function decide(state: Extract<TriageState, 'confirmed' | 'fixed'>): Command['run'] {
  return (review) => review.desk.decide(state);
}

/** Every command of the workbench. */
export const commands = [
  { id: 'next', group: 'go', keys: ['j'], applies: hasRoad, run: (review) => review.step(1) },
  { id: 'previous', group: 'go', keys: ['k'], applies: hasRoad, run: (review) => review.step(-1) },
  { id: 'nextOpen', group: 'go', keys: ['h'], run: (review) => review.goToNextOpen() },
  {
    id: 'operand',
    group: 'go',
    keys: ['f'],
    applies: hasFinding,
    run: (review) => review.desk.nextOperand(),
  },
  { id: 'search', group: 'go', keys: ['/'], run: (review) => review.askForSearch() },
  { id: 'back', group: 'go', keys: ['Escape'], run: (review) => review.back() },
  { id: 'confirm', group: 'decide', keys: ['c'], applies: hasFinding, run: decide('confirmed') },
  { id: 'dismiss', group: 'decide', keys: ['d'], applies: hasFinding, run: (review) => review.desk.askReason() },
  { id: 'fixed', group: 'decide', keys: ['x'], applies: hasFinding, run: decide('fixed') },
  { id: 'note', group: 'decide', keys: ['n'], applies: hasFinding, run: (review) => review.askForNote() },
  {
    id: 'correct',
    group: 'decide',
    keys: ['e'],
    applies: (review) => review.correctable !== null,
    run: (review) => review.correct(),
  },
  { id: 'corrections', group: 'decide', keys: ['E'], run: (review) => (review.desk.sheet = 'corrections') },
  {
    id: 'undo',
    group: 'decide',
    keys: ['u', 'mod+z'],
    applies: (review) => review.history.canUndo,
    run: (review) => review.desk.undo(),
  },
  {
    id: 'redo',
    group: 'decide',
    keys: ['U', 'mod+Z', 'mod+y'],
    applies: (review) => review.history.canRedo,
    run: (review) => review.desk.redo(),
  },
  {
    id: 'nextPage',
    group: 'pages',
    keys: [']'],
    applies: hasPages,
    run: (review) => review.browse(review.currentPage + 1),
  },
  {
    id: 'previousPage',
    group: 'pages',
    keys: ['['],
    applies: hasPages,
    run: (review) => review.browse(review.currentPage - 1),
  },
  { id: 'larger', group: 'pages', keys: ['+', '='], applies: hasPages, run: (review) => review.view.zoomBy(1) },
  { id: 'smaller', group: 'pages', keys: ['-'], applies: hasPages, run: (review) => review.view.zoomBy(-1) },
  { id: 'fitWidth', group: 'pages', keys: ['w'], applies: hasPages, run: (review) => review.view.fitTo('width') },
  { id: 'fitPage', group: 'pages', keys: ['p'], applies: hasPages, run: (review) => review.view.fitTo('page') },
  {
    id: 'thumbnails',
    group: 'pages',
    keys: ['t'],
    applies: hasPages,
    run: (review) => (review.view.thumbnails = !review.view.thumbnails),
  },
  // The browser's own search sees only the pages that are drawn; a second time, in the field, the key is the browser's.
  {
    id: 'find',
    group: 'pages',
    keys: ['mod+f'],
    applies: (review) => review.canFind,
    run: (review) => review.openFind(),
  },
  {
    id: 'reading',
    group: 'pages',
    keys: ['o'],
    applies: hasPages,
    run: (review) => (review.view.overlay = !review.view.overlay),
  },
  { id: 'findings', group: 'views', keys: ['1'], run: (review) => review.showTab('findings') },
  { id: 'figures', group: 'views', keys: ['2'], run: (review) => review.showTab('figures') },
  { id: 'index', group: 'views', keys: ['3'], run: (review) => review.showTab('index') },
  { id: 'coverage', group: 'views', keys: ['4'], run: (review) => review.showTab('coverage') },
  { id: 'rules', group: 'views', keys: ['5'], run: (review) => review.showTab('rules') },
  { id: 'palette', group: 'help', keys: ['mod+k'], run: (review) => (review.desk.sheet = 'palette') },
  { id: 'help', group: 'help', keys: ['?'], run: (review) => (review.desk.sheet = 'help') },
] as const satisfies Command[];

export type CommandId = (typeof commands)[number]['id'];

export const commandGroups: readonly CommandGroup[] = ['go', 'decide', 'pages', 'views', 'help'];

/** The first key of a command, to be shown on its button. */
export function keyOf(id: CommandId): string {
  return commands.find((command) => command.id === id)!.keys[0];
}
