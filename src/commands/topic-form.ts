import type { Form } from '../../adapters/message/message.ts';
import type { Voice } from '../../adapters/message/phrases/say.ts';
import type { Topic } from '../domain/topic.ts';

type FieldLabel = 'title' | 'looksFor' | 'orAnyOf' | 'without' | 'onlyOutlets';

/** Everything a topic has, to be changed. */
export function topicForm({ slug, title, query, synonyms, exclude, outlets }: Topic, say: Voice): Form {
  const field = (name: string, label: FieldLabel, initial: string) => ({
    kind: 'text' as const,
    name,
    label: say.text(label),
    hint: say.text(`${label}Hint`),
    required: name === 'title' || name === 'query',
    initial,
    multiline: false,
  });
  return {
    kind: 'form',
    name: 'save-topic',
    value: slug,
    title: say.text('topic'),
    submit: say.text('save'),
    fields: [
      field('title', 'title', title),
      field('query', 'looksFor', query),
      field('synonyms', 'orAnyOf', synonyms.join(', ')),
      field('exclude', 'without', exclude.join(', ')),
      field('outlets', 'onlyOutlets', outlets.join(', ')),
    ],
  };
}

/** The words of a field, with commas between. */
export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
