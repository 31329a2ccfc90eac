import type { Topic } from '../../domain/topic.ts';
import { json } from '../reading/columns.ts';
import type { TopicStore } from '../store.ts';
import type { Database } from './database.ts';

export function topicStore(database: Database): TopicStore {
  return {
    list: async () =>
      database.all('select topic from topics order by slug').map((row) => json<Topic>(row, 'topic')),
    async get(slug) {
      const row = database.get('select topic from topics where slug = ?', slug);
      return row ? json<Topic>(row, 'topic') : null;
    },
    async save(topic) {
      database.run(
        'insert into topics values (?, ?) on conflict (slug) do update set topic = excluded.topic',
        topic.slug,
        JSON.stringify(topic),
      );
    },
    async remove(slug) {
      database.run('delete from topics where slug = ?', slug);
    },
  };
}
