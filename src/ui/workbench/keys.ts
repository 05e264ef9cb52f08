import type { ReviewState } from '../state/review.svelte.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Every key of the workbench and what it does. */
const actions: Record<string, (review: ReviewState) => void> = {
  j: (review) => review.step(1),
  k: (review) => review.step(-1),
  ']': (review) => review.browse(review.currentPage + 1),
  '[': (review) => review.browse(review.currentPage - 1),
  '+': (review) => review.zoomBy(1),
  '-': (review) => review.zoomBy(-1),
  f: (review) => review.showTab(review.tab === 'findings' ? 'figures' : 'findings'),
  o: (review) => (review.overlay = !review.overlay),
  '1': (review) => review.showTab('findings'),
  '2': (review) => review.showTab('figures'),
  '3': (review) => review.showTab('coverage'),
  '4': (review) => review.showTab('rules'),
  Escape: (review) => review.back(),
};

/** Does what a key stands for. Keys typed into a field are the field's own, but Escape leaves it. */
export function handleKey(event: KeyboardEvent, review: ReviewState, search: HTMLInputElement | undefined): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target)) {
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    review.pane = 'list';
    // At once, so that no letter typed next is taken for a key; and again where the list only now becomes visible.
    search?.focus();
    requestAnimationFrame(() => search?.focus());
    return;
  }
  const action = actions[event.key];
  if (!action || (review.tab === 'figures' && (event.key === 'j' || event.key === 'k'))) return;
  event.preventDefault();
  action(review);
}
