import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { toJson } from '../export/json.ts';
import { toText } from '../export/text.ts';
import { CheckError } from '../model/check-error.ts';
import type { Report } from '../model/report.ts';
import { startChecker } from './check-file.ts';
import { InspectError, writeReading } from './inspect.ts';

const USAGE = `Usage: crossfoot check FILE.pdf [--format text|json] [--out FILE] [--password WORD] [--all]
       crossfoot inspect FILE.pdf [--page N] --out PATH [--password WORD]

check    Checks an ESG report and prints what is wrong with it.
  --format    text (default) or json
  --out       write to a file instead of the terminal
  --all       text: also list what was verified

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
      all: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, file, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (file === undefined || rest.length > 0) return misused();
  const { out, page, password } = values;
  if (command === 'inspect' && out !== undefined) {
    const paths = await writeReading(await readReport(file, password), out, page ?? null);
    console.log(paths.length === 1 ? `Drew ${paths[0]}.` : `Drew ${paths.length} pages into ${out}.`);
    return 0;
  }
  if (command !== 'check' || page !== undefined || !['text', 'json'].includes(values.format)) return misused();
  const report = await readReport(file, password);
  const color = out === undefined && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  const output = values.format === 'json' ? toJson(report) : toText(report, { color, all: values.all });
  if (out === undefined) await print(output);
  else await writeFile(out, output);
  return hasError(report) ? EXIT_ERRORS_FOUND : 0;
}

function misused(): number {
  console.error(USAGE);
  return EXIT_NOT_CHECKED;
}

/** Takes a file down the whole road, in threads that end with it. */
async function readReport(file: string, password: string | undefined): Promise<Report> {
  const checker = startChecker();
  try {
    return await checker.check(new Uint8Array(await readFile(file)), { name: basename(file), password });
  } finally {
    checker.close();
  }
}

const hasError = (report: Report): boolean =>
  report.findings.some((f) => f.outcome === 'fail' && f.severity === 'error');

/** Waits until a pipe has taken all of it, so that nothing is cut off on exit. */
const print = (text: string): Promise<void> => new Promise((done) => process.stdout.write(text, () => done()));

/** One plain sentence for what went wrong. */
function explain(error: unknown): string {
  if (error instanceof CheckError || error instanceof InspectError) return error.message;
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
