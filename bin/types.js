/**
 * Node runs TypeScript as it is, but not under node_modules, which is where npm installs this package. So Courant's own
 * files have their types taken off here, by the same function of Node's; there is no build step.
 * Loaded with `--import`, so that threads have it too.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const ours = new URL('..', import.meta.url).href;
const dependencies = `${ours}node_modules/`;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.ts') || !url.startsWith(ours) || url.startsWith(dependencies))
      return nextLoad(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
    return { format: 'module', source, shortCircuit: true };
  },
});
