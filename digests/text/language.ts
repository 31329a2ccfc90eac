import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** More than enough to tell a language by, and a bound on the time. */
const SAMPLE = 2000;

type Detector = typeof import('eld/extrasmall')['eld'];

let detector: Detector | undefined;

/**
 * Loading the n-grams takes about a tenth of a second: not at start, only when the first article is read. `eld` is
 * exported to `import` only, so it is resolved as an import and then loaded on the spot.
 */
function loadDetector(): Detector {
  const require = createRequire(import.meta.url);
  return (require(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof import('eld/extrasmall'))
    .eld;
}

/** The language of a text as ISO 639-1 code; "und" when it can't be told. Reads the first 2,000 characters. */
export function detectLanguage(text: string): string {
  detector ??= loadDetector();
  return detector.detect(text.slice(0, SAMPLE)).language || 'und';
}
