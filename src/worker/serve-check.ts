import { checkReport } from '../check-report.ts';
import { CheckError } from '../model/check-error.ts';
import type { RulePack } from '../model/rule.ts';
import type { Open } from '../read/open-pdf.ts';
import { Review } from '../review.ts';
import type { CheckReply, CheckRequest, WorkerRequest } from './protocol.ts';
import type { WorkerScope } from './scope.ts';
import { slimReport } from './slim-report.ts';

/**
 * Answers each check with progress and then exactly one report or error, and corrections of the report checked or resumed last with a revision.
 */
export function serveCheck(scope: WorkerScope, rulePack: RulePack, open: Open): void {
  const send = (reply: CheckReply): void => scope.postMessage(reply);
  let review: Review | null = null;

  const answer = async ({ id, bytes, name, password, assets, early }: CheckRequest): Promise<void> => {
    // Its memory is wanted for the next.
    review = null;
    try {
      const report = await checkReport(bytes, {
        name,
        rulePack,
        assets,
        open,
        ...(password === null ? {} : { password }),
        onProgress: (progress) => send({ kind: 'progress', id, progress }),
        ...(early ? { onFindings: (findings) => send({ kind: 'findings', id, findings }) } : {}),
        onChecked: (checked) => {
          review = checked;
        },
      });
      send({ kind: 'report', id, report: slimReport(report) });
    } catch (error) {
      if (error instanceof CheckError) send({ kind: 'error', id, code: error.code, message: error.message });
      else throw error;
    }
  };

  scope.addEventListener('message', (event) => {
    const request = event.data as WorkerRequest;
    if (request.kind === 'check') void answer(request);
    else if (request.kind === 'resume') review = Review.of(request.report, rulePack);
    else if (review) send({ kind: 'revision', id: request.id, revision: review.correct(request.corrections) });
    else send({ kind: 'error', id: request.id, code: 'aborted', message: 'Another report was checked.' });
  });
}
