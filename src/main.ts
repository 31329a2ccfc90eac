/** `npm start`: the command line's `serve`. */
process.argv.splice(2, 0, 'serve');
await import('./cli.ts');
