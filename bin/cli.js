/*
 * The command line, with Node's compile cache on before the first TypeScript is read: then a second start neither takes
 * types off nor compiles. It is JavaScript for that reason; what is loaded before the cache is on is not in it.
 * The cache lies in the folder for temporary files, or where NODE_COMPILE_CACHE says.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/cli.ts');
