import { readFileSync } from 'node:fs';
import { CourantError } from '../domain/errors.ts';
import type { Topic } from '../domain/topic.ts';
import { readTopics } from '../topics-file.ts';
import { type Io, say } from './io.ts';
import { withApp } from './with-app.ts';

/** `courant topics [file]`: stores the topics of a file, then lists all. */
export async function topics(io: Io, file: string | undefined): Promise<number> {
  const given = file === undefined ? [] : topicsOf(file);
  return withApp(io, async ({ store }) => {
    for (const topic of given) await store.topics.save(topic);
    const all = await store.topics.list();
    for (const topic of all) say(io, `${topic.slug}  ${topic.query || 'everything'}`);
    if (all.length === 0)
      say(io, `No topics yet: ${io.calledAs} ask '/topics add trade: tariffs OR "trade war"'`);
    return 0;
  });
}

function topicsOf(file: string): readonly Topic[] {
  return readTopics(file, readText(file));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CourantError('invalid', `${file} can’t be read.`, {
      mend: 'Give the path of a topics file, like samples/topics.json.',
      cause,
    });
  }
}
