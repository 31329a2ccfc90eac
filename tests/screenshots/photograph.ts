import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import upng from 'upng-js';

type Look = { readonly width: number; readonly height: number; readonly theme: 'light' | 'dark' };

export type Picture = Look & { readonly name: string; readonly path: string };

/** One page as a PNG file of its name, its top as far as `height` goes. */
export async function photograph(
  browser: Browser,
  picture: Look & { readonly name: string } & ({ readonly path: string } | { readonly html: string }),
  folder: string,
): Promise<void> {
  const page = await newPage(browser, picture, sharpness);
  if ('html' in picture) await page.setContent(picture.html);
  else await page.goto(picture.path);
  keep(join(folder, `${picture.name}.png`), await shot(page));
  await page.close();
}

/** The same digest in Slack, in Discord and on the web page, as three windows beside one another. */
export async function drawnSideBySide(browser: Browser, site: string, file: string): Promise<void> {
  const windows: readonly (readonly [name: string, path: string])[] = [
    ['Slack', '/preview/slack'],
    ['Discord', '/preview/discord?theme=dark'],
    ['On the web', '/'],
  ];
  const taken: Look = {
    width: Math.round(shown.width / shrunk),
    height: Math.round(shown.height / shrunk),
    theme: 'light',
  };
  const drawn: string[] = [];
  for (const [name, path] of windows) {
    const page = await newPage(browser, taken, sharpnessTogether * shrunk);
    await page.goto(site + path);
    const png = (await shot(page)).toString('base64');
    drawn.push(
      `<figure><img src="data:image/png;base64,${png}" width="${shown.width}" height="${shown.height}" alt=""><figcaption>${name}</figcaption></figure>`,
    );
    await page.close();
  }
  const page = await newPage(browser, { width: 1280, height: 760, theme: 'light' }, sharpnessTogether);
  await page.setContent(`<!doctype html><style>
    body { margin: 0; height: 760px; background: #e9e6df; display: flex; gap: 27px; justify-content: center; align-items: center;
      font: 600 15px/1 "Noto Sans", sans-serif; color: #565b62; }
    figure { margin: 0; text-align: center; } figcaption { margin-top: 14px; }
    img { display: block; border-radius: 12px; border: 1px solid #0002; }
  </style>${drawn.join('')}`);
  keep(file, await shot(page));
  await page.close();
}

/** Device pixels a CSS pixel. */
const sharpness = 2;
const sharpnessTogether = 1.5;
/** The windows are drawn wider than they are shown, so that more of the digest is in them. */
const shrunk = 0.82;
const shown = { width: 395, height: 650 } as const;

async function newPage(
  browser: Browser,
  { width, height, theme }: Look,
  deviceScaleFactor: number,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor,
  });
  return context.newPage();
}

/** Text needs few colours: with this many a picture takes half the room and looks the same. */
const colours = 64;

function keep(file: string, png: Buffer): void {
  const picture = upng.decode(new Uint8Array(png).buffer);
  const smaller = upng.encode(upng.toRGBA8(picture), picture.width, picture.height, colours);
  writeFileSync(file, new Uint8Array(smaller));
}

/** Chromium without a graphics card refuses a picture now and then; the next try works. */
async function shot(page: Page, tries = 3): Promise<Buffer> {
  try {
    // Without what stands above a preview: the way to the other views.
    const top = await page.evaluate("document.querySelector('.views')?.getBoundingClientRect().bottom ?? 0");
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    return await page.screenshot({
      clip: { x: 0, y: Number(top), width, height },
      fullPage: true,
      animations: 'disabled',
    });
  } catch (error) {
    if (tries <= 1) throw error;
    return shot(page, tries - 1);
  }
}
