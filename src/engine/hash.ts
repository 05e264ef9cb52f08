const FNV_PRIME = 0x01000193;
/** Two seeds make 64 bits out of two 32-bit FNV-1a runs: identities need no secrecy, only few collisions among thousands. */
const SEEDS = [0x811c9dc5, 0x9747b28c] as const;

/** Text → 16 hex digits (two FNV-1a hashes over its UTF-16 units). The same text gives the same digits everywhere. */
export function hashText(text: string): string {
  return SEEDS.map((seed) => {
    let hash: number = seed;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      hash = Math.imul(hash ^ (unit & 0xff), FNV_PRIME);
      hash = Math.imul(hash ^ (unit >>> 8), FNV_PRIME);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
