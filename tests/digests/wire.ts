/** News in our own words, for what is tested with whole articles. */
import { analyseArticle } from '../../digests/analyse-article.ts';
import type { DigestRequest } from '../../digests/digest-request.ts';
import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** Monday, 3 March 2031, midnight UTC. */
export const monday = Date.UTC(2031, 2, 3);

export type Report = {
  readonly id: string;
  readonly outlet?: string;
  /** After `monday`. */
  readonly hours: number;
  readonly title: string;
  readonly text: string;
};

export function report({ id, outlet = 'The Coast Mail', hours, title, text }: Report): AnalysedArticle {
  return analyseArticle({
    id,
    url: `https://news.example/${id}`,
    canonicalUrl: `https://news.example/${id}`,
    outlet,
    title,
    byline: null,
    publishedAt: monday + hours * hour,
    dateGuessed: false,
    fetchedAt: monday + hours * hour,
    language: 'en',
    text,
    lede: null,
    image: null,
  });
}

export function requestFor(
  analyses: readonly AnalysedArticle[],
  more: Partial<DigestRequest> = {},
): DigestRequest {
  return {
    topic: { slug: 'coast', title: 'Coast' },
    window: { from: monday, to: monday + day },
    articles: analyses.map((analysis) => ({ analysis, relevance: 0.5 })),
    seen: [],
    earlier: [],
    feedback: [],
    mutedOutlets: [],
    minOutlets: 1,
    maxStories: 8,
    quotesPerStory: 3,
    summaryWords: 60,
    builtAt: monday + day,
    ...more,
  };
}

/** One event told by three newsrooms, and how it goes on the day after. */
export const ferry = {
  grounding: [
    {
      id: 'ferry-1',
      outlet: 'The Coast Mail',
      hours: 7,
      title: 'Ferry Halcyon runs aground off Port Verrin with 212 aboard',
      text: 'PORT VERRIN — The passenger ferry Halcyon ran aground on the Kestrel reef early on Monday with 212 people aboard, the coastguard said. All passengers were taken off by lifeboat within three hours.\n\n“The captain reported a loss of steering shortly before dawn,” said Ines Tarrow, commander of the Verrin coastguard.\n\nDivers found a crack of four metres in the hull of the Halcyon, and a boom was laid around the reef against leaking fuel.',
    },
    {
      id: 'ferry-2',
      outlet: 'Harbour Radio',
      hours: 9,
      title: 'All passengers safe after Halcyon ferry strikes Kestrel reef',
      text: 'All 212 people aboard the ferry Halcyon were safe on Monday after the ship struck the Kestrel reef near Port Verrin in the dark. Lifeboats from three harbours took them ashore.\n\n“The captain reported a loss of steering shortly before dawn,” coastguard commander Ines Tarrow said.\n\nThe operator, Sealane, said the Halcyon had passed its last inspection in November.',
    },
    {
      id: 'ferry-3',
      outlet: 'Inland Times',
      hours: 11,
      title: 'Sealane ferry aground near Port Verrin, fuel boom laid',
      text: 'A boom was laid around the Kestrel reef on Monday to hold back fuel from the Sealane ferry Halcyon, which ran aground off Port Verrin before dawn. The 212 passengers and crew were brought ashore by lifeboats.\n\n“We will pay for every litre that reaches the beach,” said Marek Olin, chief executive of Sealane.',
    },
  ],
  salvage: {
    id: 'ferry-4',
    outlet: 'Inland Times',
    hours: 33,
    title: 'Salvage tugs pull ferry Halcyon off Kestrel reef',
    text: 'Two salvage tugs pulled the ferry Halcyon off the Kestrel reef near Port Verrin at high tide on Tuesday, a day after it ran aground with 212 people aboard. The Sealane ship was towed to the yard at Dunmarrow for repairs that will take six weeks.\n\n“The hull held better than any of us expected,” said salvage master Odile Brandt.\n\n“The captain reported a loss of steering shortly before dawn,” said Ines Tarrow, commander of the Verrin coastguard.',
  },
} as const satisfies { grounding: readonly Report[]; salvage: Report };

export const budget: Report = {
  id: 'budget-1',
  outlet: 'Inland Times',
  hours: 10,
  title: 'Parliament passes school budget after all-night sitting',
  text: 'Parliament passed a school budget of 4.1 billion crowns on Monday after a sitting that lasted until sunrise. It pays for 3,000 more teachers and for repairs at 140 schools.\n\n“Children in the valleys will have a teacher in every class again,” said education minister Pavla Renk.',
};
