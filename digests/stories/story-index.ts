import type { ArticleTerms } from './article-terms.ts';

export type IndexedArticle = {
  readonly id: string;
  readonly terms: ArticleTerms;
  readonly publishedAt: number | null;
};

type Member = { readonly story: Story; readonly publishedAt: number | null };
type Story = { readonly id: string; readonly vectors: Vector[]; latest: number | null };
type Vector = ReadonlyMap<string, number>;
type Posting = { readonly member: number; readonly weight: number };

/** An event is news for so long; a story goes on as long as each article follows another within this. Milliseconds. */
const window = 3 * 86_400_000;
/** Mean cosine to a story's articles from which an article belongs to it. */
const threshold = 0.15;
/** Terms in more than this share of the articles say nothing about which event it is. */
const tooCommon = 0.2;

/**
 * Stories as articles arrive: each joins the story it is most like, by the mean TF-IDF cosine to its articles, or
 * begins one. Candidates come from an inverted index, never from all pairs.
 */
export class StoryIndex {
  readonly #documentFrequency = new Map<string, number>();
  readonly #postings = new Map<string, Posting[]>();
  readonly #members: Member[] = [];
  #documents = 0;

  /** Counts an article's terms before it is added: how rare a term is tells how much it means. */
  countTerms(terms: ArticleTerms): void {
    this.#documents += 1;
    for (const term of terms.keys())
      this.#documentFrequency.set(term, (this.#documentFrequency.get(term) ?? 0) + 1);
  }

  /** The story this article belongs to; its own id where it begins one. */
  add({ id, terms, publishedAt }: IndexedArticle): string {
    const vector = this.#vectorOf(terms);
    const story = this.#nearest(vector, publishedAt) ?? { id, vectors: [], latest: publishedAt };
    story.vectors.push(vector);
    if (publishedAt !== null) story.latest = Math.max(story.latest ?? publishedAt, publishedAt);
    const member = this.#members.push({ story, publishedAt }) - 1;
    for (const [term, weight] of vector) {
      const postings = this.#postings.get(term);
      if (postings) postings.push({ member, weight });
      else this.#postings.set(term, [{ member, weight }]);
    }
    return story.id;
  }

  #vectorOf(terms: ArticleTerms): Vector {
    const weighted = new Map<string, number>();
    let norm = 0;
    for (const [term, weight] of terms) {
      const frequency = this.#documentFrequency.get(term) ?? 1;
      if (this.#documents > 20 && frequency > this.#documents * tooCommon) continue;
      const value = weight * Math.log(1 + this.#documents / frequency);
      weighted.set(term, value);
      norm += value * value;
    }
    const length = Math.sqrt(norm) || 1;
    for (const [term, value] of weighted) weighted.set(term, value / length);
    return weighted;
  }

  #nearest(vector: Vector, publishedAt: number | null): Story | null {
    const sums = new Map<Story, number>();
    for (const [term, weight] of vector) {
      const postings = this.#postings.get(term) ?? [];
      for (let at = postings.length - 1; at >= 0; at--) {
        const posting = postings[at];
        const member = posting && this.#members[posting.member];
        if (!posting || !member) continue;
        if (tooFar(member.publishedAt, publishedAt)) break;
        sums.set(member.story, (sums.get(member.story) ?? 0) + weight * posting.weight);
      }
    }
    let best: { story: Story; mean: number } | null = null;
    for (const [story, sum] of sums) {
      const mean = sum / story.vectors.length;
      if (mean >= threshold && (best === null || mean > best.mean)) best = { story, mean };
    }
    return best?.story ?? null;
  }
}

function tooFar(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) > window;
}
