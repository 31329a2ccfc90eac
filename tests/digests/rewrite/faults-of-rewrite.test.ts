import { describe, expect, it } from 'vitest';
import { faultsOfRewrite } from '../../../digests/rewrite/faults-of-rewrite.ts';

const source =
  'The council of Larkby voted 7 to 2 on Monday to close the old bridge. Mayor Ana Reyes said it was “no longer safe to cross” and that repairs would not begin before spring.';
const original = 'The council of Larkby voted 7 to 2 on Monday to close the old bridge.';

function faults(rewritten: string, of = original) {
  return faultsOfRewrite({ rewritten, original: of, sources: [source], language: 'en' });
}

describe('a rewritten sentence', () => {
  it.each([
    'On Monday, the Larkby council voted 7 to 2 to close the old bridge.',
    'Larkby’s council voted on Monday, 7 to 2, to close its old bridge.',
  ])('may be shown when all it says is in the sources: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it.each([
    [
      'an invented name',
      'The council of Larkby and Mayor Tom Hill voted 7 to 2 on Monday to close the bridge.',
    ],
    ['a wrong number', 'The council of Larkby voted 8 to 2 on Monday to close the old bridge.'],
    ['a number in words', 'The council of Larkby voted seven to 2 on Monday to close the old bridge.'],
    ['an invented quotation', 'The council of Larkby voted 7 to 2 to close the “safe old bridge” on Monday.'],
    ['a negation', 'The council of Larkby voted 7 to 2 on Monday not to close the old bridge.'],
    ['a fact that nobody wrote', 'The council of Larkby voted 7 to 2 on Monday to demolish the old bridge.'],
    ['a second sentence', 'The council of Larkby voted. It was 7 to 2 on Monday.'],
    ['a link', 'The council of Larkby voted 7 to 2 to close https://bridge on Monday.'],
    ['markup', 'The council of <b>Larkby</b> voted 7 to 2.'],
    ['nothing', '  '],
  ])('is refused for %s', (_what, text) => {
    expect(faults(text).length).toBeGreaterThan(0);
  });

  it('may not lose a “not”', () => {
    const of = 'Mayor Ana Reyes said repairs would not begin before spring.';
    expect(faults('Mayor Ana Reyes said repairs would begin before spring.', of)).toContain(
      'it negates otherwise',
    );
    expect(faults('Repairs would not begin before spring, Mayor Ana Reyes said.', of)).toEqual([]);
  });
});
