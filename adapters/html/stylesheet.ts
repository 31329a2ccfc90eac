import { createHash } from 'node:crypto';

/** The look of our pages: one column, readable on a phone, light or dark as the reader's system is. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #16181b);
  --card: light-dark(#ffffff, #1e2125);
  --ink: light-dark(#1d2024, #e6e4df);
  --quiet: light-dark(#5d636b, #a3a8ae);
  --line: light-dark(#e4e1da, #33373d);
  --link: light-dark(#1d5a96, #82b8ee);
  --mark: light-dark(#1d5a96, #82b8ee);
  --warn: light-dark(#8a5300, #e9b25c);
  --warn-paper: light-dark(#fdf3e1, #2d2517);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 ui-sans-serif, system-ui, "Noto Sans", "Liberation Sans", sans-serif;
  text-rendering: optimizeLegibility;
}
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.125rem 4rem; }
.top { max-width: 42rem; margin: 0 auto; padding: 1rem 1.125rem 0; display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1.5rem; }
.top .name { font: 700 1.125rem/1.5 Charter, "Iowan Old Style", "Noto Serif", "DejaVu Serif", Georgia, serif; color: var(--ink); text-decoration: none; }
.top nav { display: flex; flex-wrap: wrap; gap: .25rem 1.125rem; font-size: .875rem; }
.top nav a { color: var(--quiet); text-decoration: none; }
.top nav a:hover { color: var(--link); text-decoration: underline; }
.archive { list-style: none; padding: 0; }
.archive li { padding: .75rem 0; border-bottom: 1px solid var(--line); }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.message > header { border-bottom: 3px double var(--line); padding-bottom: 1rem; margin-bottom: 1.25rem; }
h1 { font: 700 2rem/1.2 Charter, "Iowan Old Style", "Noto Serif", "DejaVu Serif", Georgia, serif; margin: 0 0 .4rem; text-wrap: balance; }
h2 { font: 700 1.3rem/1.3 Charter, "Iowan Old Style", "Noto Serif", "DejaVu Serif", Georgia, serif; margin: 0 0 .5rem; text-wrap: pretty; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover { text-decoration: underline; }
p { margin: 0 0 .75rem; text-wrap: pretty; }
.quiet { color: var(--quiet); font-size: .875rem; line-height: 1.5; margin: 0; }
.badge {
  display: inline-block; vertical-align: .2em; margin-inline-end: .5rem; padding: .1rem .45rem; border-radius: .3rem;
  font: 600 .6875rem/1.4 ui-sans-serif, system-ui, "Noto Sans", sans-serif; letter-spacing: .03em; text-transform: uppercase;
  color: var(--warn); background: var(--warn-paper);
}
.story, .speaker { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
.story:last-of-type, .speaker:last-of-type { border-bottom: 0; }
.contested { margin: 0 0 .75rem; padding: .6rem .85rem; border-radius: .4rem; background: var(--warn-paper); }
.contested strong { color: var(--warn); }
figure { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--mark); }
blockquote { margin: 0; font: italic 1.0625rem/1.55 Charter, "Iowan Old Style", "Noto Serif", "DejaVu Serif", Georgia, serif; quotes: none; }
blockquote:lang(ar) { font-style: normal; }
figcaption { color: var(--quiet); font-size: .875rem; margin-top: .2rem; }
figcaption b { color: var(--ink); font-weight: 600; }
ul { margin: 0 0 .75rem; padding-inline-start: 1.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 .75rem; }
dt { color: var(--quiet); } dd { margin: 0; }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; background: var(--card); border: 1px solid var(--line); border-radius: .25rem; padding: .05rem .3rem; }
@media (max-width: 30rem) { main { padding-top: 1.25rem; } h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; } }
@media print { body { background: #fff; color: #000; } }
`;

/** What a Content-Security-Policy names to allow a stylesheet that stands in the page itself. */
export function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
