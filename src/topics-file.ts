import { z } from 'zod';
import type { Topic } from './domain/topic.ts';

const topic = z.object({
  slug: z.string().min(1),
  title: z.string().min(1),
  query: z.string(),
  synonyms: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
  outlets: z.array(z.string()).default([]),
});

/** A topics file: a list of topics as JSON. Throws what zod or JSON says of a wrong one. */
export function readTopics(text: string): readonly Topic[] {
  return z.array(topic).parse(JSON.parse(text));
}
