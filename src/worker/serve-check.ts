import { checkReport } from '../check-report.ts';
import { CheckError } from '../model/check-error.ts';
import type { RulePack } from '../model/rule.ts';
import type { Open } from '../read/open-pdf.ts';
import type { CheckReply, CheckRequest } from './protocol.ts';
import type { WorkerScope } from './scope.ts';
import { slimReport } from './slim-report.ts';

/** Answers each request with progress and then exactly one report or error. */
export function serveCheck(scope: WorkerScope, rulePack: RulePack, open: Open): void {
  const send = (reply: CheckReply): void => scope.postMessage(reply);

  const answer = async ({ id, bytes, name, password, assets }: CheckRequest): Promise<void> => {
    try {
      const report = await checkReport(bytes, {
        name,
        rulePack,
        assets,
        open,
        ...(password === null ? {} : { password }),
        onProgress: (progress) => send({ kind: 'progress', id, progress }),
      });
      send({ kind: 'report', id, report: slimReport(report) });
    } catch (error) {
      if (error instanceof CheckError) send({ kind: 'error', id, code: error.code, message: error.message });
      else throw error;
    }
  };

  scope.addEventListener('message', (event) => void answer(event.data as CheckRequest));
}
