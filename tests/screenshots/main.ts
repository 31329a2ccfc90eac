/**
 * npm run screenshots [-- FOLDER]: draws the pictures of the docs anew from the sample articles, in the machine's own
 * Chromium: the pages as they are served, the terminal from what is printed. Default folder: docs/images.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, openChromium } from '../counterparts/chromium.ts';
import { startSampleSite } from '../web/sample-site.ts';
import { answerWindows } from './answer-windows.ts';
import { type Picture, photograph, photographTogether } from './photograph.ts';
import { terminalPage } from './terminal-page.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/images/', import.meta.url));

const pictures: readonly Picture[] = [
  { name: 'slack-light', path: '/preview/slack', width: 720, height: 900, theme: 'light' },
  { name: 'slack-dark', path: '/preview/slack?theme=dark', width: 720, height: 900, theme: 'dark' },
  { name: 'slack-phone', path: '/preview/slack?width=phone', width: 390, height: 800, theme: 'light' },
  { name: 'discord-light', path: '/preview/discord', width: 640, height: 900, theme: 'light' },
  { name: 'discord-dark', path: '/preview/discord?theme=dark', width: 640, height: 900, theme: 'dark' },
  {
    name: 'discord-phone',
    path: '/preview/discord?theme=dark&width=phone',
    width: 390,
    height: 800,
    theme: 'dark',
  },
  { name: 'web', path: '/', width: 760, height: 900, theme: 'light' },
  { name: 'web-dark', path: '/', width: 760, height: 900, theme: 'dark' },
];

const executable = findChromium();
if (executable === null) {
  process.stderr.write('No Chromium here. Install it, or set CHROMIUM to where it is.\n');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const site = await startSampleSite({ zone: 'UTC' });
const browser = await openChromium(executable);
try {
  for (const picture of pictures)
    await photograph(browser, { ...picture, url: site.url + picture.path }, folder);
  await photograph(
    browser,
    { name: 'terminal', html: terminalPage(site.digest, 84), width: 740, height: 860, theme: 'dark' },
    folder,
  );
  await photographTogether(
    browser,
    [
      { caption: 'Slack', url: `${site.url}/preview/slack` },
      { caption: 'Discord', url: `${site.url}/preview/discord?theme=dark` },
      { caption: 'On the web', url: `${site.url}/` },
    ],
    640,
    join(folder, 'digest.png'),
  );
  await photographTogether(browser, await answerWindows(), 440, join(folder, 'answers.png'));
} finally {
  await browser.close();
  await site.close();
}
for (const name of [...pictures.map((picture) => picture.name), 'terminal', 'digest', 'answers']) {
  const file = join(folder, `${name}.png`);
  process.stdout.write(`${file}  ${Math.round(statSync(file).size / 1000)} kB\n`);
}
