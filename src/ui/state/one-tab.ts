/** Runs some work in one tab of this origin at a time. */
export type OneTab = (when: 'wait' | 'if-free', work: () => Promise<void>) => Promise<void>;

/** With `if-free`, the work is not done at all while another tab is at it. Where the browser has no locks, it is always done. */
export const inOneTab: OneTab = async (when, work) => {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  await navigator.locks.request('crossfoot:queue', { ifAvailable: when === 'if-free' }, async (lock) => {
    if (lock) await work();
  });
};
