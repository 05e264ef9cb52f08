/** A newer build of the app, fetched and waiting: it is announced, and takes over when the reader says so. */
class Update {
  #waiting = $state.raw<ServiceWorker | null>(null);
  #later = $state(false);
  #asked = false;

  /** Whether to tell of it. */
  announced = $derived(this.#waiting !== null && !this.#later);

  /** Keeps the app for use without a network. Where the browser refuses, the app works as before. */
  async register(address: string): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#asked) location.reload();
    });
    try {
      const registration = await navigator.serviceWorker.register(address);
      if (registration.waiting && navigator.serviceWorker.controller) this.#waiting = registration.waiting;
      registration.addEventListener('updatefound', () => this.#watch(registration.installing));
    } catch {
      // A private window may refuse; nothing else depends on it.
    }
  }

  /** Lets the new build take over now, and shows it. */
  take(): void {
    this.#asked = true;
    this.#waiting?.postMessage('take-over');
  }

  /** Leaves it for when the page is closed. */
  postpone(): void {
    this.#later = true;
  }

  #watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      // The very first build has no one to take over from.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) this.#waiting = worker;
    });
  }
}

export const update = new Update();
