/** Sizes and colours of Slack's own clients. */
export function slackStyle(width: number): string {
  return `
* { box-sizing: border-box; margin: 0; }
html { background: #ececee; } html:has(.dark) { background: #101214; }
body { font: 15px/22px Lato, "Slack-Lato", "Noto Sans", "Liberation Sans", sans-serif; }
.slack { width: ${width}px; max-width: 100%; min-height: 100vh; margin: 0 auto; padding: 12px 0 24px;
  --ink: #1d1c1d; --quiet: #616061; --link: #1264a3; --line: #dddddd; --paper: #ffffff; --border: #1d1c1d4d;
  --code: #c01343; --code-paper: #f8f8f8; --code-line: #1d1c1d21; --primary: #007a5a; --danger: #e01e5a; --app: #1d1c1d21;
  background: var(--paper); color: var(--ink); }
.slack.dark { --ink: #d1d2d3; --quiet: #ababad; --link: #1d9bd1; --line: #35373b; --paper: #1a1d21; --border: #797c8180;
  --code: #e8912d; --code-paper: #232529; --code-line: #e8e8e821; --app: #d1d2d321; }
article { display: grid; grid-template-columns: 36px 1fr; gap: 8px; padding: 8px 20px; }
.slack[data-width=phone] article { padding: 8px 16px; grid-template-columns: 36px 1fr; }
.body { min-width: 0; overflow-wrap: anywhere; }
.avatar { width: 36px; height: 36px; border-radius: 8px; background: linear-gradient(160deg, #24507e, #122c47); color: #fff;
  font: 700 21px/36px "Noto Serif", "DejaVu Serif", Georgia, serif; text-align: center; }
.by { line-height: 20px; } .by b { font-weight: 900; } time { font-size: 12px; color: var(--quiet); }
.app { font: 700 10px/14px "Noto Sans", sans-serif; background: var(--app); color: var(--quiet); border-radius: 2px; padding: 1px 3px; vertical-align: 1px; }
h2 { font-size: 18px; line-height: 24px; font-weight: 900; margin: 8px 0 4px; }
p, .rich { margin: 8px 0 4px; white-space: pre-wrap; }
.context { display: flex; flex-wrap: wrap; gap: 0 8px; margin: 4px 0 8px; font-size: 13px; line-height: 18px; color: var(--quiet); }
blockquote { position: relative; margin: 4px 0; padding-inline-start: 16px; }
blockquote::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: 0; width: 4px; border-radius: 8px; background: var(--line); }
ul { padding-inline-start: 26px; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
strong { font-weight: 700; }
code { font: 12px/18px Monaco, Menlo, "DejaVu Sans Mono", monospace; color: var(--code); background: var(--code-paper); border: 1px solid var(--code-line); border-radius: 3px; padding: 2px 3px 1px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 12px 0; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0 8px; }
.button { font-size: 13px; font-weight: 700; line-height: 26px; padding: 0 10px 1px; border: 1px solid var(--border); border-radius: 8px; }
.button.primary { background: var(--primary); border-color: var(--primary); color: #fff; }
.button.danger { border-color: var(--danger); color: var(--danger); }
.select { font-weight: 400; color: var(--quiet); min-width: 160px; position: relative; padding-inline-end: 30px; }
.select::after { content: ""; position: absolute; inset-inline-end: 12px; top: 8px; width: 6px; height: 6px; border: solid currentcolor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.thread { display: flex; align-items: center; gap: 12px; padding: 8px 20px; font-size: 13px; color: var(--quiet); }
.thread::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
.mention { background: #1d9bd11f; color: var(--link); border-radius: 3px; padding: 0 2px; }
`;
}
