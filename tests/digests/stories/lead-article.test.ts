import { describe, expect, it } from 'vitest';
import { leadArticle } from '../../../digests/stories/lead-article.ts';
import { ferry, report } from '../wire.ts';

const comment = report({
  id: 'comment',
  outlet: 'Harbour Radio',
  hours: 20,
  title: 'Why nobody here trusts timetables any more',
  text: 'The ferry Halcyon on the Kestrel reef is what everybody in Port Verrin talks about, and Sealane knows it.',
});

describe('the article that leads a story', () => {
  it('is one whose headline names what the others tell, not the newest comment', () => {
    const lead = leadArticle([comment, ...ferry.grounding.map(report)], () => 0);
    expect(lead.article.id).toMatch(/^ferry-/);
  });

  it('is one that fits the topic, where they fit it differently', () => {
    const lead = leadArticle([comment, ...ferry.grounding.map(report)], (one) => (one === comment ? 1 : 0));
    expect(lead).toBe(comment);
  });

  it('is the only one there is', () => {
    expect(leadArticle([comment], () => 0)).toBe(comment);
    expect(() => leadArticle([], () => 0)).toThrow();
  });
});
