import { all, any, parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';
import type { Topic } from './topic.ts';

/** The whole search of a topic: its query or any synonym, without what it excludes, of its outlets only. */
export function topicQuery(topic: Topic): Query {
  const wanted = any([topic.query, ...(topic.query.trim() === '' ? [] : topic.synonyms)].map(parseQuery));
  const unwanted = topic.exclude.map(parseQuery).filter(({ kind }) => kind !== 'all');
  const outlets: Query[] = topic.outlets.map((name) => ({ kind: 'outlet', name }));
  return all([
    wanted,
    ...(outlets.length > 0 ? [any(outlets)] : []),
    ...unwanted.map((part): Query => ({ kind: 'not', part })),
  ]);
}
