import { z } from 'zod';
import { slugOf } from './commands/topics-by-name.ts';
import { CourantError } from './domain/errors.ts';
import type { Topic } from './domain/topic.ts';

const topic = z.object({
  slug: z.string().superRefine((slug, context) => {
    // Commands look for a topic under the slug of what was typed: another would never be found.
    const found = slugOf(slug);
    if (slug !== found || slug === '')
      context.addIssue({ code: 'custom', message: `write it as "${found || 'my-topic'}"` });
  }),
  title: z.string().min(1),
  query: z.string(),
  synonyms: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
  outlets: z.array(z.string()).default([]),
});

/**
 * A topics file: a list of topics as JSON.
 * @param name of the file, for the fault
 * @throws CourantError `invalid` that says what is wrong, and in which topic
 */
export function readTopics(name: string, text: string): readonly Topic[] {
  const json = parsed(name, text.replace(/^\uFEFF/, ''));
  const read = z.array(topic).safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const [index, field] = issue?.path ?? [];
  const where = [typeof index === 'number' && `topic ${index + 1}`, field && `"${String(field)}"`];
  throw notTopics(name, `${where.filter(Boolean).join(', ')}: ${issue?.message}`.replace(/^: /, ''));
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // It quotes the file, lines and all.
    const fault = error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'it is not JSON';
    throw notTopics(name, fault);
  }
}

function notTopics(name: string, fault: string): CourantError {
  return new CourantError('invalid', `${name} is not a topics file (${fault}).`, {
    mend: 'It is a JSON list of {slug, title, query, synonyms, exclude, outlets}; see samples/topics.json.',
  });
}
