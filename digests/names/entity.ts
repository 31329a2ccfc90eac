import type { SpeakerKind } from '../../src/domain/quote.ts';
import type { Gender } from './gender.ts';
import type { Mention } from './mentions.ts';

/** Everything of an article that goes by one name. */
export type Entity = {
  /** The fullest form met, without title. */
  name: string;
  role: string | null;
  /** Taken for a body, but named as a person might be: a later he or she decides. */
  perhapsPerson: boolean;
  kind: SpeakerKind;
  gender: Gender;
  mentions: Mention[];
};
