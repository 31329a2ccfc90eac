/** What the batch commands read: one JSON object a line; the field names are those of the evaluation data's README. */
import { z } from 'zod';
import type { LineShape } from './jsonl.ts';

export const batchId = z.union([z.string(), z.number()]);

const article = z.object({
  id: batchId,
  title: z.string().nullish(),
  date: z.string().nullish(),
  outlet: z.string().nullish(),
  /** ISO 639-1; told from the text where it is missing. */
  language: z.string().nullish(),
  text: z.string(),
});
export type BatchArticle = z.infer<typeof article>;

const story = z.object({
  id: batchId,
  articles: z.array(z.object({ title: z.string().nullish(), text: z.string() })),
});

export const batchArticle: LineShape<BatchArticle> = {
  schema: article,
  words: 'an article {id, text, title?, date?, outlet?, language?}',
};

export const batchArticleOrStory: LineShape<BatchArticle | z.infer<typeof story>> = {
  schema: z.union([story, article]),
  words: 'an article {id, text, title?} or a story {id, articles: [{text, title?}]}',
};
