import { describe, expect, it } from 'vitest';
import { articleId } from '../../src/domain/article-id.ts';

const article = {
  canonicalUrl: null,
  title: 'Harbour reopens',
  text: 'The harbour reopened on Monday.\n\nShips came in.',
};

describe('articleId', () => {
  it('goes by the address where there is one', () => {
    const id = articleId({ ...article, canonicalUrl: 'https://example.com/a' });
    expect(articleId({ canonicalUrl: 'https://example.com/a', title: 'Edited', text: 'Other words.' })).toBe(
      id,
    );
    expect(articleId({ ...article, canonicalUrl: 'https://example.com/b' })).not.toBe(id);
  });

  it('goes by what is said where there is no address', () => {
    const id = articleId(article);
    expect(articleId({ ...article, text: 'The harbour  reopened on Monday.\nShips came in.' })).toBe(id);
    expect(articleId({ ...article, text: 'The harbour stays closed.' })).not.toBe(id);
    expect(id).toMatch(/^[0-9a-f]{20}$/);
  });

  it('never takes a text for an address', () => {
    const url = articleId({ canonicalUrl: 'https://example.com/a', title: '', text: '' });
    expect(articleId({ canonicalUrl: null, title: '', text: 'https://example.com/a' })).not.toBe(url);
  });
});
