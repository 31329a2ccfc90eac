import { type Html, html } from '../../../adapters/html/template.ts';

/** What a preview shows, as its address says it. */
export type PreviewView = {
  readonly platform: 'slack' | 'discord';
  readonly theme: 'light' | 'dark';
  readonly width: 'phone' | 'desktop';
  readonly length: 'headlines' | 'short' | 'full';
  readonly thread: 'no' | 'yes';
};

type Choice = readonly [name: keyof PreviewView, value: string, label: string];

const choices: readonly (readonly Choice[])[] = [
  [
    ['platform', 'slack', 'Slack'],
    ['platform', 'discord', 'Discord'],
  ],
  [
    ['theme', 'light', 'Light'],
    ['theme', 'dark', 'Dark'],
  ],
  [
    ['width', 'desktop', 'Desktop'],
    ['width', 'phone', 'Phone'],
  ],
  [
    ['length', 'headlines', 'Headlines'],
    ['length', 'short', 'Short'],
    ['length', 'full', 'Full'],
  ],
  [
    ['thread', 'no', 'One message'],
    ['thread', 'yes', 'Thread'],
  ],
];

/** Pixels of the column of messages. */
export function columnOf({ width }: Pick<PreviewView, 'width'>): number {
  return width === 'phone' ? 390 : 720;
}

/** The way from one view to the others, above the message. */
export function previewHeader(view: PreviewView): Html {
  const groups = choices.map((group) => {
    const links = group.map(([name, value, label]) =>
      view[name] === value
        ? html`<b aria-current="true">${label}</b>`
        : html`<a href="${addressOf({ ...view, [name]: value })}">${label}</a>`,
    );
    return html`<span>${links.flatMap((link) => [link, ' '])}</span>`;
  });
  return html`<header class="views"><h1>${view.platform === 'slack' ? 'As in Slack' : 'As in Discord'}</h1>
<nav aria-label="Views">${groups}<span><a href="/">Back</a></span></nav></header>`;
}

function addressOf({ platform, theme, width, length, thread }: PreviewView): string {
  return `/preview/${platform}?${new URLSearchParams({ theme, width, length, thread })}`;
}

/** Its look, beside that of the platform's client. */
export const headerStyle = `
.views { padding: 10px 16px; font: 13px/22px "Noto Sans", "Liberation Sans", sans-serif; color: #1d1c1d; text-align: center; }
.views h1 { font-size: 15px; font-weight: 700; }
.views nav { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 20px; }
.views a { color: #4a4d52; text-decoration: underline; } .views b { font-weight: 700; }
html:has(.dark) .views { color: #fff; } html:has(.dark) .views a { color: #b5bac1; }
`;
