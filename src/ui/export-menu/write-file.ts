import type { ExportedFile, ExportSource, Format } from '../../export/write-export.ts';
import { withoutRules } from '../derive/rules.ts';
import type { ReviewState } from '../state/review.svelte.ts';

/** Milliseconds until the browser has surely begun to save, and the file's bytes can be let go. */
const savingTime = 60_000;

/**
 * The open document in a format. What writes it is loaded now; findings of rules that are switched off are left out,
 * and the rules named.
 * @throws ExportError when the PDF cannot take notes
 */
export async function writeFile(
  format: Format,
  { report, file, triage, switches, password }: ReviewState,
  { language, all }: Pick<ExportSource, 'language' | 'all'>,
): Promise<ExportedFile> {
  const [{ writeExport }, { default: pack }] = await Promise.all([
    import('../../export/write-export.ts'),
    import('virtual:rule-pack'),
  ]);
  return writeExport(format, {
    report: withoutRules(report, switches.off),
    triage: triage.all(),
    language,
    at: new Date(),
    file: new Uint8Array(file),
    password,
    units: pack.units,
    all,
  });
}

/** Lets the browser save a file under its name. */
export function download({ name, mediaType, content }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), savingTime);
}
