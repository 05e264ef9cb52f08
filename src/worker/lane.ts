import { CheckError } from '../model/check-error.ts';
import { limitError, limits } from '../model/limits.ts';
import type { Page } from '../model/page.ts';
import { unreadPage } from '../read/unread-page.ts';
import type { PageReply, PageRequest } from './page-protocol.ts';
import type { WorkerHandle } from './scope.ts';

type OpenRequest = Extract<PageRequest, { kind: 'open' }>;
type Opened = Extract<PageReply, { kind: 'opened' }>;

/** How a request to a worker ended: with its answer, past its time, or with the worker's death. */
type Ending = PageReply | 'late' | 'dead';

/**
 * One worker that reads pages, and the watch over it. pdf.js cannot be interrupted, so a page that takes too long, or
 * takes the worker down, costs the worker: the page comes back unread and the next request starts a new one.
 */
export class Lane {
  readonly #createWorker: () => WorkerHandle;
  #worker: WorkerHandle | null = null;
  #end: ((ending: Ending) => void) | null = null;
  #request: (() => OpenRequest) | null = null;
  #isOpen = false;
  /** Files that the present worker has opened. */
  #opened = 0;

  constructor(createWorker: () => WorkerHandle) {
    this.#createWorker = createWorker;
    this.#worker = this.#start();
  }

  /**
   * Opens a PDF. `request` makes the message with a copy of the bytes each time that it is called.
   * @throws CheckError as `openPdf`, or when time or memory ran out
   */
  async open(request: () => OpenRequest): Promise<Opened> {
    this.#request = request;
    const message = request();
    const ending = await this.#ask(message, limits.maxOpenMilliseconds, [message.bytes.buffer]);
    if (ending === 'late') throw limitError('too-slow-to-open');
    if (ending === 'dead' || ending.kind === 'page') throw limitError('too-much-memory');
    if (ending.kind === 'refused') throw new CheckError(ending.code, ending.message);
    this.#isOpen = true;
    this.#opened++;
    return ending;
  }

  /** Takes a PDF that another lane has opened: this one opens it with its first page. */
  prepare(request: () => OpenRequest): void {
    this.#request = request;
  }

  /** Reads one page; never throws. Asked for one page at a time. */
  async read(number: number): Promise<Page> {
    try {
      if (!this.#isOpen && this.#request) await this.open(this.#request);
    } catch {
      return unreadPage(number, null, 'too-slow');
    }
    const hadOthers = this.#opened > 1;
    const ending = await this.#ask({ kind: 'read', number }, limits.maxPageMilliseconds, []);
    if (typeof ending === 'object' && ending.kind === 'page') return ending.page;
    // The memory that files before this one left behind may be to blame: a new worker decides.
    if (ending === 'dead' && hadOthers && this.#request) return this.read(number);
    return unreadPage(number, null, ending === 'late' ? 'too-slow' : 'too-complex');
  }

  /** Lets go of the PDF and keeps the worker for the next. */
  close(): void {
    this.#request = null;
    this.#isOpen = false;
    if (this.#end) this.#drop('dead');
    else this.#worker?.postMessage({ kind: 'close' } satisfies PageRequest, []);
  }

  terminate(): void {
    this.#drop('dead');
  }

  #ask(message: PageRequest, milliseconds: number, transfer: Transferable[]): Promise<Ending> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#drop('late'), milliseconds);
      this.#end = (ending) => {
        clearTimeout(timer);
        this.#end = null;
        resolve(ending);
      };
      worker.postMessage(message, transfer);
    });
  }

  #start(): WorkerHandle {
    const worker = this.#createWorker();
    this.#opened = 0;
    const die = (event: Event): void => {
      event.preventDefault();
      if (worker === this.#worker) this.#drop('dead');
    };
    worker.addEventListener('message', (event) => {
      const reply = (event as MessageEvent<Partial<PageReply>>).data;
      // pdf.js, which takes any worker for its own, greets the owner with a message too; that has no kind.
      if (worker === this.#worker && reply.kind) this.#end?.(reply as PageReply);
    });
    worker.addEventListener('error', die);
    worker.addEventListener('messageerror', die);
    return worker;
  }

  #drop(ending: 'late' | 'dead'): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isOpen = false;
    this.#end?.(ending);
  }
}
