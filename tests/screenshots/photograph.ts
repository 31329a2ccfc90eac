import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import upng from 'upng-js';

type Look = { readonly width: number; readonly height: number; readonly theme: 'light' | 'dark' };

/** A page by its address, or as it is. */
type Source = { readonly url: string } | { readonly html: string };

export type Picture = Look & { readonly name: string; readonly path: string };

/** One page as a PNG file of its name, its top as far as `height` goes. */
export async function photograph(
  browser: Browser,
  picture: Look & { readonly name: string } & Source,
  folder: string,
): Promise<void> {
  const page = await newPage(browser, picture, sharpness);
  await open(page, picture);
  keep(join(folder, `${picture.name}.png`), await shot(page));
  await page.close();
}

/** One of several pictures in a row, with what stands under it. */
export type Window = { readonly caption: string } & Source;

/** Pages beside one another, as windows on a desk. */
export async function photographTogether(
  browser: Browser,
  windows: readonly Window[],
  height: number,
  file: string,
): Promise<void> {
  const taken: Look = {
    width: Math.round(windowWidth / shrunk),
    height: Math.round(height / shrunk),
    theme: 'light',
  };
  const drawn: string[] = [];
  for (const window of windows) {
    const page = await newPage(browser, taken, sharpnessTogether * shrunk);
    await open(page, window);
    const png = (await shot(page)).toString('base64');
    drawn.push(
      `<figure><img src="data:image/png;base64,${png}" width="${windowWidth}" height="${height}" alt=""><figcaption>${window.caption}</figcaption></figure>`,
    );
    await page.close();
  }
  const desk = { width: windows.length * (windowWidth + gap) + gap, height: height + 84 } as const;
  const page = await newPage(browser, { ...desk, theme: 'light' }, sharpnessTogether);
  await page.setContent(`<!doctype html><style>
    body { margin: 0; height: ${desk.height}px; background: #e9e6df; display: flex; gap: ${gap}px; box-sizing: border-box; padding: ${gap}px;
      font: 600 15px/1 "Noto Sans", sans-serif; color: #565b62; }
    figure { margin: 0; text-align: center; } figcaption { margin-top: 14px; }
    img { display: block; border-radius: 12px; box-shadow: 0 0 0 1px #0002; }
  </style>${drawn.join('')}`);
  keep(file, await shot(page));
  await page.close();
}

/** Device pixels a CSS pixel. */
const sharpness = 2;
const sharpnessTogether = 1.5;
/** The windows are drawn wider than they are shown, so that more of the digest is in them. */
const shrunk = 0.8;
const windowWidth = 400;
const gap = 28;

async function open(page: Page, source: Source): Promise<void> {
  if ('html' in source) await page.setContent(source.html);
  else await page.goto(source.url);
}

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
