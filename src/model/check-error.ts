import type { CheckErrorCode } from './report.ts';

/** A check that could not be done, with a plain sentence that says what to do. */
export class CheckError extends Error {
  readonly code: CheckErrorCode;
  constructor(code: CheckErrorCode, message: string) {
    super(message);
    this.name = 'CheckError';
    this.code = code;
  }
}
