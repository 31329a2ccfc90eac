/** What a person has before them after asking or pressing something, however the platform put it. */
export type Seen = {
  readonly words: string;
  readonly buttons: readonly Button[];
  readonly form: OpenForm | null;
  /** Who sees it. */
  readonly by: 'asker' | 'channel';
};

/** `payload` is what the platform sends when it is pressed or chosen. */
export type Button = { readonly label: string; readonly payload: Json };

/** Field name -> what it is set to. */
export type OpenForm = { readonly title: string; readonly fields: Json; readonly payload: Json };

export type Json = Readonly<Record<string, unknown>>;

/** The same question in both platforms' ways: a line of text, or typed options. */
export type Question = {
  readonly command: string;
  readonly subcommand?: string;
  /** What follows on Slack. */
  readonly line?: string;
  readonly options?: Readonly<Record<string, string>>;
};

/** Somebody at a keyboard. What they do gives a look at what came of it, null until something has. */
export type Person = {
  ask(question: Question): Look;
  press(button: Button): Look;
  send(form: OpenForm, changes: Readonly<Record<string, string>>): Look;
  /** Chooses "Brief me on this" for a message with this address. */
  pointAt(address: string): Look;
  /** All messages in the channel, oldest first. */
  channel(): readonly Seen[];
};

export type Look = () => Seen | null;

/** Keys whose text nobody sees. */
const unseen = new Set([
  'type',
  'style',
  'value',
  'url',
  'action_id',
  'block_id',
  'custom_id',
  'callback_id',
  'private_metadata',
]);

/** All words in a payload that a person sees, marks of formatting left out. */
export function wordsIn(payload: unknown): string {
  return textsIn(payload)
    .join(' ')
    .replace(/[\\*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unseen.has(key) && typeof inner === 'string' ? [] : textsIn(inner),
  );
}

/** Every object anywhere in a payload. */
export function objectsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(objectsIn)];
}
