import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; integrity?: string }>;
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const packages = Object.entries(read<Lock>('package-lock.json').packages).filter(([path]) => path !== '');

/** Licences that let the app be used, changed and sold by anyone. */
const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'MIT-0',
  'Unlicense',
  'BlueOak-1.0.0',
  '(MIT AND Zlib)',
]);
/** Fonts, which are handed on as they are. */
const FONTS = new Set(['OFL-1.1']);

test('every dependency is pinned to one version, and what is installed to its hash', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

test('every package that the app or the command line holds has a permissive licence', () => {
  const held = packages.filter(([, { dev }]) => dev !== true);
  expect(held.length).toBeGreaterThan(5);
  const others = held.filter(([, { license }]) => !PERMISSIVE.has(license ?? ''));
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test('the fonts of the app may be handed on', () => {
  const fonts = packages.filter(([path]) => path.includes('@fontsource/'));
  expect(fonts.filter(([, { license }]) => !FONTS.has(license ?? ''))).toEqual([]);
});
