import type { Block } from '../../adapters/message/message.ts';
import type { PhraseName } from '../../adapters/message/phrases/phrase-set.ts';
import { inPlainEnglish, runsOf } from '../../adapters/message/phrases/say.ts';
import { type Saying, saying } from '../../adapters/message/phrases/saying.ts';
import { CourantError, type ErrorCode, type ErrorDetails } from '../domain/errors.ts';

/** A button that does what may have been meant; `label` is a name, or a phrase. */
export type Offer = { readonly name: string; readonly value: string; readonly label: string | Saying };

type RefusalDetails = Omit<ErrorDetails, 'mend'> & {
  readonly mend?: Saying;
  readonly offers?: readonly Offer[];
};

const questions: ReadonlySet<PhraseName> = new Set<PhraseName>([
  'briefOfWhat',
  'quotesOfWhom',
  'onlyATime',
  'whichTopic',
  'whichOne',
  'whyWhat',
  'whichAddress',
  'whenOrTopic',
]);

/** What an asker is told in their own language; logs and the terminal have it in English. */
export class Refusal extends CourantError {
  readonly #what: readonly Saying[];
  readonly #mend: Saying | undefined;
  readonly offers: readonly Offer[];

  /** `what`: one or more sentences. */
  constructor(
    code: ErrorCode,
    what: Saying | readonly Saying[],
    { mend, offers = [], ...details }: RefusalDetails = {},
  ) {
    const sentences = 'phrase' in what ? [what] : what;
    super(code, sentences.map(inPlainEnglish).join(' '), {
      ...details,
      ...(mend !== undefined && { mend: inPlainEnglish(mend) }),
    });
    this.#what = sentences;
    this.#mend = mend;
    this.offers = offers;
  }

  /** Nothing failed: something is to be told yet. */
  get isQuestion(): boolean {
    return this.#what.some(({ phrase }) => questions.has(phrase));
  }

  /** The same with a button more. */
  offering(offer: Offer): Refusal {
    const { code, cause, reason } = this;
    return new Refusal(code, this.#what, {
      cause,
      offers: [...this.offers, offer],
      ...(reason !== undefined && { reason }),
      ...(this.#mend !== undefined && { mend: this.#mend }),
    });
  }

  /** What happened, and what to do about it: a paragraph each. */
  paragraphs(locale: string): readonly Block[] {
    const what = this.#what.map((sentence) => runsOf(sentence, locale));
    const runs = what.flatMap((sentence, index) => (index === 0 ? sentence : [{ text: ' ' }, ...sentence]));
    return [runs, ...(this.#mend ? [runsOf(this.#mend, locale)] : [])].map((one) => ({
      kind: 'text',
      runs: one,
    }));
  }
}

/** Refuses politely: what was understood, what not, and an example. */
export function refuse(what: Saying | readonly Saying[], example: string): never {
  throw new Refusal('invalid', what, { mend: saying('tryThis', { example }) });
}
