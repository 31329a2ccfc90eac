/** Serves, for units and scripts that name this file; `npm start` goes by bin/cli.js, which starts sooner. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
process.argv.splice(2, 0, 'serve');
await import('./cli.ts');
