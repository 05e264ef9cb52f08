import { PDF } from '@libpdf/core';
import { samplePdf } from './browser.ts';

/** The sample's pages over and over: a report of as many pages as a large company prints. */
export async function makeLongReport(copies: number): Promise<Uint8Array> {
  const long = await PDF.merge(Array.from({ length: copies }, () => samplePdf));
  return long.save();
}
