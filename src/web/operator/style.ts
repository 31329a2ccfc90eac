import { stylesheet } from '../../../adapters/html/stylesheet.ts';

/** The look of the other pages, wider, with tables that become cards on a phone. */
export const operatorStyle = `${stylesheet}
:root { --good: light-dark(#1d6b3a, #7fd09b); --good-paper: light-dark(#e6f3ea, #1b2d22); --bad: light-dark(#a3271d, #ff9d91); --bad-paper: light-dark(#fbe9e6, #35201e); }
main, .top { max-width: 76rem; }
main.narrow { max-width: 26rem; padding-top: 4rem; }
.top nav { align-items: center; }
section { margin: 2.25rem 0 0; }
h2 { display: flex; align-items: baseline; gap: .6rem; }
h2 .count { font: 400 .9375rem/1.4 ui-sans-serif, system-ui, "Noto Sans", sans-serif; color: var(--quiet); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem .9rem; }
.tiles dt { font-size: .8125rem; } .tiles dd { font: 600 1.5rem/1.3 ui-sans-serif, system-ui, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
.tiles small { display: block; font: 400 .8125rem/1.4 ui-sans-serif, system-ui, "Noto Sans", sans-serif; color: var(--quiet); }
.tiles .bad { border-color: var(--bad); } .tiles .bad dd, .tiles .bad small { color: var(--bad); }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.45; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
caption { text-align: start; color: var(--quiet); font-size: .875rem; padding: 0 0 .5rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .8rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--quiet); font-size: .8125rem; font-weight: 600; white-space: nowrap; }
td time, td .number { font-variant-numeric: tabular-nums; white-space: nowrap; }
td small { display: block; color: var(--quiet); }
.state { display: inline-block; padding: .05rem .5rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; color: var(--quiet); background: var(--paper); }
.state.good { color: var(--good); background: var(--good-paper); }
.state.bad { color: var(--bad); background: var(--bad-paper); }
.state.wait { color: var(--warn); background: var(--warn-paper); }
button, input { font: inherit; color: inherit; border: 1px solid var(--quiet); border-radius: .4rem; padding: .45rem .8rem; background: var(--card); }
button { cursor: pointer; } button:hover { border-color: var(--link); color: var(--link); }
button:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.top button { padding: .15rem .7rem; font-size: .875rem; }
form.sign-in { display: grid; gap: .6rem; margin-top: 1.25rem; }
form.sign-in label { font-weight: 600; }
.refused { color: var(--bad); background: var(--bad-paper); border-radius: .4rem; padding: .5rem .8rem; }
@media (max-width: 48rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr { display: block; }
  tr { padding: .5rem 0; border-top: 1px solid var(--line); } tbody tr:first-child { border-top: 0; }
  caption { display: block; padding: .6rem .8rem 0; }
  td small { grid-column: 2; } td .state { justify-self: start; }
  td { display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem; border: 0; padding: .2rem .8rem; }
  td::before { content: attr(data-label); color: var(--quiet); font-size: .8125rem; line-height: 1.7; }
  td:empty { display: none; }
}
`;
