import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRulePack } from '../../../src/cli/load-rule-pack.ts';
import { readRepositoryPack } from '../../rules/repository-pack.ts';

let cache = '';
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'crossfoot-pack-'))));
afterEach(() => rmSync(cache, { recursive: true }));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the compiled pack is the pack that the rule files make', async () => {
  expect(plain(await loadRulePack(cache))).toEqual(plain(readRepositoryPack()));
  expect(plain(await loadRulePack(cache))).toEqual(plain(readRepositoryPack()));
});

test('is read from the cache when nothing has changed', async () => {
  await loadRulePack(cache);
  const [name] = readdirSync(cache);
  const path = join(cache, name!);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version: 'kept' }));
  expect((await loadRulePack(cache)).version).toBe('kept');
});

test('a pack of other rule files, and one cut short, are not taken', async () => {
  const old = join(cache, 'rule-pack-0123456789abcdef.json');
  writeFileSync(old, '{"version":"old"}');
  const { version } = await loadRulePack(cache);
  expect(version).toBe(readRepositoryPack().version);
  const [name, ...others] = readdirSync(cache);
  expect(others).toEqual([]);
  writeFileSync(join(cache, name!), '{"version":');
  expect((await loadRulePack(cache)).version).toBe(version);
});

test('a folder that cannot be written to does no harm', async () => {
  expect((await loadRulePack('/dev/null/cache')).rules.length).toBeGreaterThan(0);
});
