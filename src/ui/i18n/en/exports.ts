export const exports = {
  title: 'Hand it on',
  formats: {
    pdf: { name: 'The report with notes', about: 'PDF: highlights and notes at what failed, the original untouched' },
    xlsx: { name: 'Working paper', about: 'Excel: findings, figures and index, with formulas that recompute' },
    memo: { name: 'Sign-off memo', about: 'HTML, to print and sign' },
    csv: { name: 'Figures', about: 'CSV, one figure a line' },
    'index-csv': { name: 'Content index', about: 'CSV, one code a line' },
    'requirements-csv': { name: 'Requirements', about: 'CSV, one requirement of a standard a line' },
    sarif: { name: 'Findings for other tools', about: 'SARIF 2.1.0, what you dismissed marked as such' },
    json: { name: 'Everything, with your decisions', about: 'JSON, which the command line reads back' },
  },
  language: 'Language of notes and messages',
  all: 'Mark what was verified, too',
  writing: 'Writing …',
  saved: (name: string) => `Saved ${name}`,
  problems: {
    'password-needed': 'The file is protected. Enter its password beside the page first.',
    'notes-not-allowed':
      'The security settings of this PDF do not allow notes. Ask its author for a copy that does, or hand on the working paper.',
    damaged:
      'The inner index of this PDF is damaged, so notes cannot be added without changing the rest. Export it again from its source.',
    internal: 'The file could not be written. Reload the page and try again.',
  },
};
