import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KINDS } from '../../src/engine/checks/kinds.ts';
import { readRepositoryPack } from './repository-pack.ts';

const readme = readFileSync(join(import.meta.dirname, '../../rules/README.md'), 'utf8');
const pack = readRepositoryPack();

it('rules/README.md lists the rules that there are', () => {
  const listed = [
    ...readme.matchAll(/^\| \[`(.+?)`\]\(checks\/(.+?)\.yaml\) *\| (\w+) *\| (\w+) *\| (.+?) *\|$/gm),
  ].map((match) => match.slice(1));
  const rules = pack.rules.map(({ id, check, severity, title }) => [id, id, check.kind, severity, title.en]);
  expect(listed).toEqual(rules);
});

it('rules/README.md tells of every kind and every placeholder', () => {
  for (const { kind, placeholders } of KINDS.values()) {
    const section = readme.split(`\n### \`${kind}\``)[1]?.split('\n#')[0] ?? '';
    const told = new Set([...section.matchAll(/\{(\w+)\}|[{ ](\w+)\}/g)].map((match) => match[1] ?? match[2]));
    for (const name of [...placeholders.pass, ...placeholders.fail, ...placeholders.cannotTell]) {
      expect(told, `${kind} {${name}}`).toContain(name);
    }
  }
});
