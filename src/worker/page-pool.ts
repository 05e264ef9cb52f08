import type { Open } from '../read/open-pdf.ts';
import { refuseNonPdf } from '../read/sniff.ts';
import { Lane } from './lane.ts';
import type { PageRequest } from './page-protocol.ts';
import type { WorkerHandle } from './scope.ts';

/** Another worker pays when it has at least this many pages to read: opening a file costs about as much as eight. */
const MIN_PAGES_PER_LANE = 12;

/** Workers that read the pages of one PDF at a time, each with its own copy of the file. */
export class PagePool {
  readonly #createWorker: () => WorkerHandle;
  readonly #maxLanes: number;
  readonly #lanes: Lane[];

  /** @param maxLanes how many workers may run at once; the first is started at once, the others when a file asks for them */
  constructor(createWorker: () => WorkerHandle, maxLanes: number) {
    this.#createWorker = createWorker;
    this.#maxLanes = Math.max(1, maxLanes);
    this.#lanes = [new Lane(createWorker)];
  }

  /** Opens a PDF in the workers; to be used in place of `openPdf`, and to be closed before the next. */
  readonly open: Open = async (bytes, assets, password) => {
    refuseNonPdf(bytes);
    const request = (): Extract<PageRequest, { kind: 'open' }> => ({
      kind: 'open',
      bytes: new Uint8Array(bytes),
      assets,
      password: password ?? null,
    });
    const first = this.#lanes[0]!;
    const { pageCount, outline } = await first.open(request);
    const wanted = Math.min(this.#maxLanes, Math.max(1, Math.floor(pageCount / MIN_PAGES_PER_LANE)));
    while (this.#lanes.length < wanted) this.#lanes.push(new Lane(this.#createWorker));
    const used = this.#lanes.slice(0, wanted);
    for (const lane of used.slice(1)) lane.prepare(request);
    const idle = [...used];
    return {
      pageCount,
      outline,
      lanes: wanted,
      // Asked for `lanes` pages at once at most, so that a lane is always idle.
      readPage: async (number) => {
        const lane = idle.shift()!;
        const page = await lane.read(number);
        idle.push(lane);
        return page;
      },
      close: async () => {
        for (const lane of used) lane.close();
      },
    };
  };

  terminate(): void {
    for (const lane of this.#lanes) lane.terminate();
  }
}
