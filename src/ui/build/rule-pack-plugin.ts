import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readRulePack } from '../../engine/read-rule-pack.ts';
import type { RuleFile } from '../../engine/read-rule-pack.ts';

const publicId = 'virtual:rule-pack';
const privateId = `\0${publicId}`;

const folderName = 'rules';

/** Every rule file under `top/rules`, with its path from `top`. */
async function readRuleFiles(top: string): Promise<RuleFile[]> {
  const folder = join(top, folderName);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `${folderName}/${name.split(sep).join('/')}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

/**
 * Turns every `.yaml` file under `top/rules` into the module `virtual:rule-pack`, so that no YAML parser enters the bundle.
 * A rule file that cannot be read fails the build with its path and line.
 */
export function rulePackPlugin(top: string): Plugin {
  const folder = join(top, folderName);
  return {
    name: 'crossfoot:rule-pack',
    resolveId: (id) => (id === publicId ? privateId : undefined),
    async load(id) {
      if (id !== privateId) return;
      const files = await readRuleFiles(top);
      for (const file of files) this.addWatchFile(join(top, file.path));
      // As text: engines read JSON faster than the same written as program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readRulePack(files)))});`;
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        const module = server.moduleGraph.getModuleById(privateId);
        if (module && !relative(folder, path).startsWith('..')) void server.reloadModule(module);
      });
    },
  };
}
