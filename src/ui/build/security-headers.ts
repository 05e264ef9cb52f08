/**
 * The one place that says what a page of Crossfoot may load. Nothing but its own origin:
 * - `wasm-unsafe-eval` compiles pdf.js's image decoders; there is no `unsafe-eval` and no inline script or style.
 * - `blob:` and `data:` images are what pdf.js decodes out of the PDF itself.
 */
const directives: [name: string, value: string][] = [
  ['default-src', "'none'"],
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['worker-src', "'self'"],
  ['connect-src', "'self'"],
  ['img-src', "'self' blob: data:"],
  ['style-src', "'self'"],
  ['font-src', "'self' data: blob:"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
];

/** Directives that a browser ignores, with a console warning, when they stand in a `<meta>` tag. */
const headerOnly = new Set(['frame-ancestors']);

function join(list: [name: string, value: string][]): string {
  return list.map(([name, value]) => `${name} ${value}`).join('; ');
}

/** The policy for the `Content-Security-Policy` response header. */
export const headerPolicy = join(directives);

/** The policy for the `<meta http-equiv>` tag of the built page. */
export const metaPolicy = join(directives.filter(([name]) => !headerOnly.has(name)));

/** Every response header that a host of Crossfoot should send, on pages, scripts and workers alike. */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** The headers as a `_headers` file, which Netlify and Cloudflare Pages read. */
export function headersFile(): string {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
