import type { Topic } from '../../domain/topic.ts';
import { json } from '../reading/columns.ts';
import type { TopicStore } from '../store.ts';
import type { Database } from './database.ts';

export function topicStore(database: Database): TopicStore {
  return {
    list: async () =>
      (await database.all('select topic from topics order by slug')).map((row) => json<Topic>(row, 'topic')),
    async get(slug) {
      const row = await database.get('select topic from topics where slug = $1', slug);
      return row ? json<Topic>(row, 'topic') : null;
    },
    async save(topic) {
      await database.run(
        'insert into topics values ($1, $2) on conflict (slug) do update set topic = excluded.topic',
        topic.slug,
        JSON.stringify(topic),
      );
    },
    async remove(slug) {
      await database.run('delete from topics where slug = $1', slug);
    },
  };
}
