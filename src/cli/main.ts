import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { checkReport } from '../check-report.ts';
import { toJson } from '../export/json.ts';
import { toText } from '../export/text.ts';
import { CheckError } from '../model/check-error.ts';
import type { Report } from '../model/report.ts';
import { assetsInNode } from './assets.ts';
import { loadRulePack } from './load-rule-pack.ts';

const USAGE = `Usage: crossfoot check FILE.pdf [--format text|json] [--out FILE] [--password WORD] [--all]

Checks an ESG report and prints what is wrong with it.
  --format    text (default) or json
  --out       write to a file instead of the terminal
  --password  opens a protected PDF
  --all       text: also list what was verified

Exit code: 0 no error found, 1 at least one error, 2 the report could not be checked.`;

const EXIT_ERRORS_FOUND = 1;
const EXIT_NOT_CHECKED = 2;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      out: { type: 'string' },
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
  if (command !== 'check' || file === undefined || rest.length > 0 || !['text', 'json'].includes(values.format)) {
    console.error(USAGE);
    return EXIT_NOT_CHECKED;
  }
  const report = await checkReport(new Uint8Array(await readFile(file)), {
    name: basename(file),
    rulePack: loadRulePack(),
    assets: assetsInNode(),
    ...(values.password === undefined ? {} : { password: values.password }),
  });
  const color = values.out === undefined && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  const output = values.format === 'json' ? toJson(report) : toText(report, { color, all: values.all });
  if (values.out === undefined) await print(output);
  else await writeFile(values.out, output);
  return hasError(report) ? EXIT_ERRORS_FOUND : 0;
}

const hasError = (report: Report): boolean =>
  report.findings.some((f) => f.outcome === 'fail' && f.severity === 'error');

/** Waits until a pipe has taken all of it, so that nothing is cut off on exit. */
const print = (text: string): Promise<void> => new Promise((done) => process.stdout.write(text, () => done()));

/** One plain sentence for what went wrong. */
function explain(error: unknown): string {
  if (error instanceof CheckError) return error.message;
  const { code, path } = error as { code?: string; path?: string };
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path ?? 'That'} is a folder. Name one PDF.`;
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
