import type { Candidate, StoryText } from './document.ts';

/** Where each word, or each pair of neighbouring words, of a story stands: by its number in the story. */
export class ConceptCounts {
  readonly count: number;
  /** How many sentences and articles hold it. */
  readonly sentences: Int32Array;
  readonly articles: Int32Array;
  /** First place among an article's sentences, in any article, and summed over the articles. */
  readonly position: Int32Array;
  readonly positionSum: Int32Array;
  /** How many of the sentences that hold it open an article, and a paragraph. */
  readonly leads: Int32Array;
  readonly starts: Int32Array;
  /** Shares of those sentences that stand in quotation marks, summed. */
  readonly quoted: Float64Array;
  /** How many titles hold it. */
  readonly titles: Uint8Array;

  private constructor(
    count: number,
    sentences: readonly Candidate[],
    conceptsOf: (sentence: Candidate) => readonly number[],
    titles: readonly (readonly number[])[],
  ) {
    this.count = count;
    this.sentences = new Int32Array(count);
    this.articles = new Int32Array(count);
    this.position = new Int32Array(count);
    this.positionSum = new Int32Array(count);
    this.leads = new Int32Array(count);
    this.starts = new Int32Array(count);
    this.quoted = new Float64Array(count);
    this.titles = new Uint8Array(count);
    this.#count(sentences, conceptsOf);
    for (const title of titles) for (const concept of new Set(title)) increase(this.titles, concept, 1);
  }

  static ofWords({ sentences, words, titles }: StoryText): ConceptCounts {
    const inStory = titles.map((title) =>
      title.map((word) => words.wordOf(word)).filter((word) => word >= 0),
    );
    return new ConceptCounts(words.size, sentences, (sentence) => sentence.words, inStory);
  }

  static ofPairs({ sentences, words, titles }: StoryText): ConceptCounts {
    const inStory = titles.map((title) => {
      const numbers = title.map((word) => words.wordOf(word));
      return numbers
        .slice(1)
        .map((word, at) => words.pairs.find(numbers[at] as number, word))
        .filter((pair) => pair >= 0);
    });
    return new ConceptCounts(words.pairs.size, sentences, (sentence) => sentence.pairs, inStory);
  }

  #count(sentences: readonly Candidate[], conceptsOf: (sentence: Candidate) => readonly number[]): void {
    const last = new Int32Array(this.count).fill(-1);
    const lastArticle = new Int32Array(this.count).fill(-1);
    for (const sentence of sentences) {
      const { sentence: index, article, position, startsParagraph, marks } = sentence;
      for (const concept of conceptsOf(sentence)) {
        if (last[concept] === index) continue;
        if (last[concept] === -1 || (this.position[concept] as number) > position)
          this.position[concept] = position;
        last[concept] = index;
        increase(this.sentences, concept, 1);
        if (marks.quoteShare > 0) increase(this.quoted, concept, marks.quoteShare);
        if (position === 0) increase(this.leads, concept, 1);
        if (startsParagraph) increase(this.starts, concept, 1);
        if (lastArticle[concept] === article) continue;
        lastArticle[concept] = article;
        increase(this.articles, concept, 1);
        increase(this.positionSum, concept, position);
      }
    }
  }
}

function increase(values: Int32Array | Float64Array | Uint8Array, at: number, by: number): void {
  values[at] = (values[at] as number) + by;
}
