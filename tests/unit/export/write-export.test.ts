import { expect, test } from 'vitest';
import { formats, writeExport } from '../../../src/export/write-export.ts';
import type { ExportSource } from '../../../src/export/write-export.ts';
import { finding, report } from '../ui/sample.ts';
import { makeSmallPdf } from './make-small-pdf.ts';

function source(part: Partial<ExportSource> = {}): ExportSource {
  const input = report({ findings: [finding()] });
  input.document.name = 'ESG Report.PDF';
  input.document.pages = 1;
  return {
    report: input,
    triage: [{ fingerprint: 'aaaa', state: 'confirmed', changed: '2025-02-01T00:00:00Z' }],
    language: 'en',
    at: new Date('2025-03-01T12:00:00Z'),
    file: makeSmallPdf({ pages: ['/MediaBox [0 0 300 200]'] }),
    password: null,
    units: [],
    all: false,
    ...part,
  };
}

test('every format has a name of its own after the report, a media type and content', async () => {
  const files = await Promise.all(formats.map((format) => writeExport(format, source())));
  expect(new Set(files.map(({ name }) => name)).size).toBe(formats.length);
  for (const { name, mediaType, content } of files) {
    expect(name).toMatch(/^ESG Report[-.]/);
    expect(mediaType).toMatch(/^(application|text)\//);
    expect(content.length).toBeGreaterThan(0);
  }
});

test.each(['pdf', 'xlsx', 'memo', 'sarif', 'csv', 'index-csv', 'requirements-csv', 'json'] as const)(
  '%s is the same for the same report, and leaves the report as it was',
  async (format) => {
    const input = source();
    const before = JSON.stringify(input.report);
    const [first, second] = [await writeExport(format, input), await writeExport(format, input)];
    expect(Buffer.from(first.content).equals(Buffer.from(second.content))).toBe(true);
    expect(JSON.stringify(input.report)).toBe(before);
  },
);

test('a report with nothing in it is written in every format', async () => {
  const empty = source();
  empty.report.findings = [];
  for (const format of formats) await expect(writeExport(format, empty)).resolves.toHaveProperty('content');
});
