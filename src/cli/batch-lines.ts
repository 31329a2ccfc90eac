/** What the batch commands read: one JSON object a line; the field names are those of the evaluation data's README. */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

export type BatchStreams = {
  readonly input: Readable;
  readonly output: Writable;
  readonly complain: (line: string) => void;
};

export const batchId = z.union([z.string(), z.number()]);

export const batchArticle = z.object({
  id: batchId,
  title: z.string().nullish(),
  date: z.string().nullish(),
  outlet: z.string().nullish(),
  text: z.string(),
});
export type BatchArticle = z.infer<typeof batchArticle>;

export const batchStory = z.object({
  id: batchId,
  articles: z.array(z.object({ title: z.string().nullish(), text: z.string() })),
});
