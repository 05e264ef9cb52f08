import { CheckError } from '../model/check-error.ts';
import { openPdf } from '../read/open-pdf.ts';
import type { OpenPdf } from '../read/open-pdf.ts';
import type { PageReply, PageRequest } from './page-protocol.ts';
import type { WorkerScope } from './scope.ts';

/** Answers requests for pages, one after the other. A request that comes before its answer to the last waits. */
export function servePages(scope: WorkerScope): void {
  let pdf: OpenPdf | null = null;
  let busy = Promise.resolve();

  const close = async (): Promise<void> => {
    const closing = pdf;
    pdf = null;
    await closing?.close();
  };

  const answer = async (request: PageRequest): Promise<PageReply | null> => {
    if (request.kind === 'read') return { kind: 'page', page: await pdf!.readPage(request.number) };
    await close();
    if (request.kind === 'close') return null;
    try {
      pdf = await openPdf(request.bytes, request.assets, request.password ?? undefined);
      return { kind: 'opened', pageCount: pdf.pageCount, outline: pdf.outline };
    } catch (error) {
      if (error instanceof CheckError) return { kind: 'refused', code: error.code, message: error.message };
      throw error;
    }
  };

  scope.addEventListener('message', (event) => {
    busy = busy.then(async () => {
      const reply = await answer(event.data as PageRequest);
      if (reply) scope.postMessage(reply);
    });
  });
}
