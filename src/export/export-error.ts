/** Why a file cannot be exported. */
export type ExportErrorCode = 'password-needed' | 'notes-not-allowed' | 'damaged';

const sentences: Record<ExportErrorCode, string> = {
  'password-needed': 'This PDF is protected by a password. Enter the password to add notes to it.',
  'notes-not-allowed':
    'The security settings of this PDF do not allow notes. Ask its author for a copy that does, or hand on the working paper instead.',
  damaged:
    'The inner index of this PDF is damaged, so notes cannot be added without changing the rest. Export it again from its source.',
};

/** An export that could not be made, with a plain sentence that says what to do. */
export class ExportError extends Error {
  readonly code: ExportErrorCode;
  constructor(code: ExportErrorCode) {
    super(sentences[code]);
    this.name = 'ExportError';
    this.code = code;
  }
}
