import { createHash } from 'node:crypto';

/** RC4, which the oldest PDF encryption uses and which node:crypto no longer offers. */
function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (i: number, j: number): void => {
    [state[i], state[j]] = [state[j]!, state[i]!];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  });
}

const md5 = (...parts: Uint8Array[]): Uint8Array => createHash('md5').update(Buffer.concat(parts)).digest();
const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

/** The 32 bytes that pad a password (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const keyBytes = 5;
/** Permission flags (ISO 32000-1, table 22): everything, and everything but notes. */
const everything = -4;
export const noNotes = everything & ~(1 << 5);
const fileId = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

/** Owner entry, user entry and file key of the standard security handler, revision 2. */
function protect(password: string, permissions: number): { owner: Uint8Array; user: Uint8Array; key: Uint8Array } {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, keyBytes), padded);
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(permissions);
  const key = md5(padded, owner, allowed, fileId).subarray(0, keyBytes);
  return { owner, user: rc4(key, padding), key };
}

/** A one-page PDF that shows `lines`; encrypted when a password is given. */
export function makePdf(lines: string[], password?: string, permissions = everything): Uint8Array {
  const drawing = lines.map((line, index) => `BT /F1 12 Tf 72 ${720 - 24 * index} Td (${line}) Tj ET`).join('\n');
  const protection = password === undefined ? null : protect(password, permissions);
  const contentNumber = 4;
  let content: Uint8Array = Buffer.from(drawing, 'latin1');
  if (protection) {
    const objectKey = md5(protection.key, Uint8Array.of(contentNumber, 0, 0, 0, 0)).subarray(0, keyBytes + 5);
    content = rc4(objectKey, content);
  }
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  if (protection) {
    const { owner, user } = protection;
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P ${permissions} >>`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = protection ? `/Encrypt ${objects.length} 0 R ` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypt}/ID [${hex(fileId)} ${hex(fileId)}] >>\n`;
  file += `startxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
