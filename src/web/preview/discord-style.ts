/** Sizes and colours of Discord's own clients; `colours` are the stripes of the embeds shown. */
export function discordStyle(width: number, colours: readonly number[]): string {
  const stripes = colours.map(
    (colour) => `.c${colour} { border-inline-start-color: #${colour.toString(16).padStart(6, '0')}; }`,
  );
  const phone = width <= 480;
  return `
* { box-sizing: border-box; margin: 0; }
html { background: #ebedef; } html:has(.dark) { background: #1e1f22; }
body { font: 16px/22px "gg sans", "Noto Sans", "Liberation Sans", sans-serif; }
.discord { width: ${width}px; max-width: 100%; min-height: 100vh; margin: 0 auto; padding: 12px 0 24px;
  --ink: #313338; --strong: #060607; --quiet: #5c5e66; --link: #006ce7; --paper: #ffffff; --embed: #f2f3f5; --line: #e3e5e8;
  --bar: #c4c9ce; --button: #6d6f78; --select: #ebebeb; --code: #e3e5e8; --mention: #5865f226;
  background: var(--paper); color: var(--ink); }
.discord.dark { --ink: #dbdee1; --strong: #f2f3f5; --quiet: #949ba4; --link: #00a8fc; --paper: #313338; --embed: #2b2d31; --line: #2b2d31;
  --bar: #4e5058; --button: #4e5058; --select: #1e1f22; --code: #1e1f22; --mention: #5865f24d; }
article { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: ${phone ? 12 : 16}px; padding: 6px ${phone ? 12 : 16}px; }
.body { overflow-wrap: anywhere; }
.avatar { width: 40px; height: 40px; border-radius: 50%; background: linear-gradient(160deg, #24507e, #122c47); color: #fff;
  font: 700 22px/40px "Noto Serif", "DejaVu Serif", Georgia, serif; text-align: center; }
.by b { font-weight: 500; color: var(--strong); } time { font-size: 12px; color: var(--quiet); margin-inline-start: 2px; }
.app { font: 600 10px/15px "Noto Sans", sans-serif; background: #5865f2; color: #fff; border-radius: 4px; padding: 1px 5px; vertical-align: 2px; }
h2 { font-size: 20px; line-height: 27px; font-weight: 700; color: var(--strong); margin: 4px 0 2px; }
.subtext, .subtext a { font-size: 13px; line-height: 18px; color: var(--quiet); }
.subtext a { color: var(--link); }
.embed { max-width: 520px; margin-top: 6px; padding: 8px 16px 12px 12px; border-radius: 4px; border: 1px solid var(--line);
  border-inline-start: 4px solid; background: var(--embed); font-size: 14px; line-height: 18px; }
.embed h3 { font-size: 16px; line-height: 22px; font-weight: 600; color: var(--strong); margin-top: 4px; }
.embed h2 { font-size: 16px; line-height: 22px; }
.description { margin-top: 6px; }
.line:empty { min-height: 18px; }
.embed footer { margin-top: 8px; font-size: 12px; line-height: 16px; color: var(--quiet); }
blockquote { position: relative; padding-inline-start: 12px; margin: 0; }
blockquote::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: 0; width: 4px; border-radius: 4px; background: var(--bar); }
ul { padding-inline-start: 20px; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
strong { font-weight: 700; }
code { font: 13px/18px Consolas, "DejaVu Sans Mono", monospace; background: var(--code); border-radius: 4px; padding: 1px 4px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; max-width: 520px; }
.button { font-size: 14px; font-weight: 500; line-height: 30px; padding: 1px 16px; border-radius: 8px; background: var(--button); color: #fff; }
.button.primary { background: #5865f2; } .button.danger { background: #da373c; } .button.success { background: #248046; }
.select { flex: 1; max-width: 400px; line-height: 38px; padding: 0 12px; border-radius: 8px; background: var(--select); color: var(--quiet); position: relative; }
.select::after { content: ""; position: absolute; inset-inline-end: 14px; top: 14px; width: 7px; height: 7px; border: solid currentcolor; border-width: 0 2px 2px 0; transform: rotate(45deg); }
.thread { margin: 14px 16px 6px; padding-top: 10px; border-top: 1px solid var(--bar); font-weight: 600; color: var(--strong); }
.mention { background: var(--mention); color: #5865f2; border-radius: 3px; padding: 0 2px; }
${stripes.join('\n')}
`;
}
