import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { reviseReport } from '../correct/revise-report.ts';
import { ExportError } from '../export/export-error.ts';
import { toText } from '../export/text.ts';
import { formats, writeExport } from '../export/write-export.ts';
import type { Format } from '../export/write-export.ts';
import { CheckError } from '../model/check-error.ts';
import type { Correction } from '../model/correction.ts';
import type { Report } from '../model/report.ts';
import { BatchError, batchCommand } from './batch.ts';
import { startChecker } from './check-file.ts';
import { InspectError, writeReading } from './inspect.ts';
import { loadRulePack } from './load-rule-pack.ts';
import { CorrectionsError, readCorrections, tellCorrections } from './read-corrections.ts';
import { readTriage, TriageError } from './read-triage.ts';
import { summarise } from './summary.ts';

const USAGE = `Usage: crossfoot check FILE.pdf [--format FORMAT] [--out FILE] [--triage FILE.json] [--corrections FILE.json]
                 [--language en|zh] [--password WORD] [--all]
       crossfoot check FOLDER --out RESULTS.ndjson [--jobs N] [--shard I/N]
       crossfoot summary RESULTS.ndjson … [--out FILE.csv]
       crossfoot inspect FILE.pdf [--page N] --out PATH [--password WORD]

check    Checks an ESG report and prints what is wrong with it.
  --format    text       for the terminal (default)
              json       everything that was read and found
              sarif      findings for code-review tools, SARIF 2.1.0
              csv        every figure
              index-csv  every code of the content index
              requirements-csv  every requirement of the standards that the index names
              xlsx       a working paper whose formulas work the arithmetic out again
              memo       a sign-off memo in HTML, for printing
              pdf        the report itself, with highlights and notes at what is wrong
  --out       write to a file instead of the terminal
  --triage    a JSON report saved from the app: its verdicts on findings are carried over
  --corrections  a JSON report saved from the app: figures that its reviewer put right are put right here
  --language  of the notes and messages: en (default) or zh
  --all       text, sarif, pdf: also what was verified

check    Of a folder: every PDF in it, one line a report as it finishes. Started again, it goes on where it stopped.
  --jobs      reports at once (default: one a core)
  --shard     takes part I of N, by the files' hashes, so that N machines share a folder

summary  Figures by company and year from results files, as CSV.

inspect  Draws what was read on a page: columns, headings, tables with their cells, figures with their meaning.
  --page      one page, counting from 1, to the file --out; without it, every page into the folder --out
  --out       an .svg file, or a folder

  --password  opens a protected PDF

Exit code: 0 no error found (inspect: drawn), 1 at least one error, 2 the report could not be read.`;

const EXIT_ERRORS_FOUND = 1;
const EXIT_NOT_CHECKED = 2;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      out: { type: 'string' },
      page: { type: 'string' },
      password: { type: 'string' },
      triage: { type: 'string' },
      corrections: { type: 'string' },
      language: { type: 'string', default: 'en' },
      all: { type: 'boolean', default: false },
      jobs: { type: 'string' },
      shard: { type: 'string', default: '1/1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, file, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (file === undefined) return misused();
  const { out, page, password } = values;
  if (command === 'summary') {
    await deliver(await summarise([file, ...rest]), out);
    return 0;
  }
  if (rest.length > 0) return misused();
  if (command === 'check' && (await stat(file)).isDirectory()) {
    if (out === undefined) throw new BatchError('Name a file for the results with --out, such as results.ndjson.');
    return batchCommand(file, out, values);
  }
  if (command === 'inspect' && out !== undefined) {
    const paths = await writeReading(await readReport(file, password), out, page ?? null);
    console.log(paths.length === 1 ? `Drew ${paths[0]}.` : `Drew ${paths.length} pages into ${out}.`);
    return 0;
  }
  const { format, language, triage, all } = values;
  const known = format === 'text' || isFormat(format);
  if (command !== 'check' || page !== undefined || !known || (language !== 'en' && language !== 'zh')) return misused();
  const { corrections } = values;
  const report = await readReport(file, password, corrections === undefined ? [] : await readCorrections(corrections));
  if (report.corrections) console.error(tellCorrections(report.corrections));
  if (format === 'text') {
    const color = out === undefined && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
    await deliver(toText(report, { color, all }), out);
  } else {
    const { content } = await writeExport(format, {
      report,
      triage: triage === undefined ? [] : await readTriage(triage),
      language,
      at: new Date(),
      file: new Uint8Array(await readFile(file)),
      password: password ?? null,
      units: (await loadRulePack()).units,
      all,
    });
    await deliver(content, out);
  }
  return hasError(report) ? EXIT_ERRORS_FOUND : 0;
}

function misused(): number {
  console.error(USAGE);
  return EXIT_NOT_CHECKED;
}

/** Takes a file down the whole road, in threads that end with it. */
async function readReport(
  file: string,
  password: string | undefined,
  corrections: readonly Correction[] = [],
): Promise<Report> {
  const checker = startChecker();
  try {
    const report = await checker.check(new Uint8Array(await readFile(file)), { name: basename(file), password });
    return corrections.length === 0 ? report : reviseReport(report, await checker.correct(report, corrections));
  } finally {
    checker.close();
  }
}

const hasError = (report: Report): boolean =>
  report.findings.some((f) => f.outcome === 'fail' && f.severity === 'error');

const isFormat = (name: string): name is Format => (formats as readonly string[]).includes(name);

/** Writes to the file `out`, or prints; waits until a pipe has taken all of it, so that nothing is cut off on exit. */
async function deliver(content: Uint8Array | string, out: string | undefined): Promise<void> {
  if (out !== undefined) return writeFile(out, content);
  await new Promise<void>((done) => process.stdout.write(content, () => done()));
}

/** One plain sentence for what went wrong. */
function explain(error: unknown): string {
  if (
    [CheckError, InspectError, BatchError, ExportError, TriageError, CorrectionsError].some(
      (kind) => error instanceof kind,
    )
  )
    return (error as Error).message;
  const { code, path } = error as { code?: string; path?: string };
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path ?? 'That'} is a folder. Name a file.`;
  if (code === 'EACCES') return `${path} cannot be opened: no permission.`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${(error as Error).message}\n\n${USAGE}`;
  return error instanceof Error ? error.message : String(error);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`crossfoot: ${explain(error)}`);
  process.exitCode = EXIT_NOT_CHECKED;
}
