import type { Report } from '../model/report.ts';
import type { UnitDefinition } from '../model/rule.ts';
import type { Triage } from '../model/triage.ts';
import { figuresCsv, indexCsv, requirementsCsv } from './csv.ts';
import { toJson } from './json.ts';
import { toMemo } from './memo.ts';
import { toSarif } from './sarif.ts';
import type { Language } from './words.ts';

/** The formats that a report can be handed on in. */
export const formats = ['pdf', 'xlsx', 'memo', 'sarif', 'csv', 'index-csv', 'requirements-csv', 'json'] as const;
export type Format = (typeof formats)[number];

export interface ExportSource {
  report: Report;
  triage: readonly Triage[];
  language: Language;
  /** When the export is made. */
  at: Date;
  /** The checked PDF itself. */
  file: Uint8Array;
  password: string | null;
  /** Units of the rule pack. */
  units: readonly UnitDefinition[];
  /** Whether verified relations are marked in the PDF and listed in SARIF too. */
  all: boolean;
}

/** What the file of each format is called and holds. */
const kinds: Record<Format, { ending: string; mediaType: string }> = {
  pdf: { ending: '-crossfoot.pdf', mediaType: 'application/pdf' },
  xlsx: {
    ending: '-working-paper.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  memo: { ending: '-memo.html', mediaType: 'text/html;charset=utf-8' },
  sarif: { ending: '.sarif', mediaType: 'application/sarif+json' },
  csv: { ending: '-figures.csv', mediaType: 'text/csv;charset=utf-8' },
  'index-csv': { ending: '-index.csv', mediaType: 'text/csv;charset=utf-8' },
  'requirements-csv': { ending: '-requirements.csv', mediaType: 'text/csv;charset=utf-8' },
  json: { ending: '.crossfoot.json', mediaType: 'application/json' },
};

export interface ExportedFile {
  name: string;
  mediaType: string;
  content: Uint8Array | string;
}

/**
 * Writes a report in a format. The libraries behind PDF and XLSX are large, and loaded only when it is asked for.
 * @throws ExportError when the PDF cannot take notes
 */
export async function writeExport(format: Format, source: ExportSource): Promise<ExportedFile> {
  const { ending, mediaType } = kinds[format];
  const stem = source.report.document.name.replace(/\.pdf$/i, '');
  return { name: `${stem}${ending}`, mediaType, content: await write(format, source) };
}

async function write(format: Format, source: ExportSource): Promise<Uint8Array | string> {
  const { report, triage, language, at, file, password, units, all } = source;
  switch (format) {
    case 'pdf': {
      const { annotatePdf } = await import('./pdf/annotate-pdf.ts');
      return annotatePdf(file, report, triage, { language, at, password, verified: all });
    }
    case 'xlsx': {
      const { writeWorkingPaper } = await import('./xlsx/working-paper.ts');
      return writeWorkingPaper(report, triage, { language, at, units });
    }
    case 'memo':
      return toMemo(report, triage, { language, at });
    case 'sarif':
      return toSarif(report, triage, { language, at, all });
    case 'csv':
      return figuresCsv(report);
    case 'index-csv':
      return indexCsv(report);
    case 'requirements-csv':
      return requirementsCsv(report, language);
    case 'json':
      return toJson(report, triage);
  }
}
