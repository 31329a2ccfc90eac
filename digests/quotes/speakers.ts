import type { Quote, Speaker } from '../../src/domain/quote.ts';
import { type Span, stretchOf } from '../../src/domain/span.ts';
import type { Entity } from '../names/entity.ts';
import { speakersTogether } from './joint-speakers.ts';
import type { Reading } from './reading.ts';

/** The speakers of an article, each made once. */
export class Speakers {
  readonly #reading: Reading;
  readonly #single = new Map<Entity, Speaker>();
  /** Of those who speak together, by all their names. */
  readonly #joint = new Map<string, Speaker & { readonly mentions: Span[] }>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  all(): Speaker[] {
    return [...this.#single.values(), ...this.#joint.values()];
  }

  /** Who speaks where a mention does: the one it names, or all who are named with it. */
  at(mention: number): Pick<Quote, 'speaker' | 'speakerMention'> {
    const { text, mentions, entities } = this.#reading;
    const together = speakersTogether(this.#reading, mention);
    const place = stretchOf(
      text,
      mentions[together[0] ?? -1]?.start ?? 0,
      mentions[together.at(-1) ?? -1]?.end ?? 0,
    );
    const named = together.flatMap((at) => entities[at] ?? []);
    const [only] = named;
    if (only === undefined) return { speaker: null, speakerMention: place };
    const speaker = named.length === 1 ? this.#of(only) : this.#ofAll(named, place);
    return { speaker, speakerMention: place };
  }

  #of(entity: Entity): Speaker {
    const known = this.#single.get(entity);
    if (known !== undefined) return known;
    const speaker: Speaker = {
      name: entity.name,
      role: entity.role,
      kind: entity.kind,
      mentions: entity.mentions.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start),
    };
    this.#single.set(entity, speaker);
    return speaker;
  }

  #ofAll(entities: readonly Entity[], { start, end }: Span): Speaker {
    const names = entities.map(({ name }) => name);
    const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    const known = this.#joint.get(name);
    if (known === undefined) {
      const speaker = { name, role: null, kind: 'organisation' as const, mentions: [{ start, end }] };
      this.#joint.set(name, speaker);
      return speaker;
    }
    if (!known.mentions.some((mention) => mention.start === start)) known.mentions.push({ start, end });
    return known;
  }
}
