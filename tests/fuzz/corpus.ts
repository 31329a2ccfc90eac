import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A real document, and how it is to be read. */
export type Specimen = { readonly name: string; readonly kind: 'feed' | 'page'; readonly bytes: Buffer };

const root = new URL('../../', import.meta.url);
const ours: readonly (readonly [folder: string, kind: Specimen['kind']])[] = [
  ['samples/feeds/', 'feed'],
  ['tests/fixtures/pages/', 'page'],
];
/** The evaluation data, beside the project where it is developed; read, never copied. */
const theirs: readonly (readonly [folder: string, kind: Specimen['kind']])[] = [
  ['../shared/data/feeds/hostile/', 'feed'],
  ['../shared/data/pages/html/', 'page'],
];

/** The project's own feeds and pages: the same everywhere. */
export function ownSpecimens(): readonly Specimen[] {
  return ours.flatMap(([folder, kind]) => specimensIn(folder, kind));
}

/** Those, and as many as are there of other people's. */
export function allSpecimens(): readonly Specimen[] {
  return [...ours, ...theirs].flatMap(([folder, kind]) => specimensIn(folder, kind));
}

function specimensIn(folder: string, kind: Specimen['kind']): readonly Specimen[] {
  const at = new URL(folder, root);
  if (!existsSync(at)) return [];
  return readdirSync(at).map((name) => {
    const bytes = readFileSync(new URL(name, at));
    return { name: `${folder}${name}`, kind, bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes };
  });
}
