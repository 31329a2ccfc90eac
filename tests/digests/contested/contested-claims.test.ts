import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contestedClaims } from '../../../digests/contested/contested-claims.ts';

const read = (text: string) =>
  contestedClaims({ id: 'a', text }).map(({ claim, contestedBy }) => [claim.text, contestedBy.text]);

describe('contested claims', () => {
  it('are kept with the sentence that contests them', () => {
    expect(
      read(
        'The minister spoke for an hour. He told the chamber that no fuel had reached the beach. That claim was contradicted by photographs the coastguard published on Monday.',
      ),
    ).toEqual([
      [
        'He told the chamber that no fuel had reached the beach.',
        'That claim was contradicted by photographs the coastguard published on Monday.',
      ],
    ]);
  });

  it.each([
    'Contrary to his account, the coastguard found fuel on three beaches.',
    'There is no evidence for that.',
    'The coastguard has disputed this claim.',
    'Two inspectors denied his allegation on Monday.',
  ])('are told by "%s"', (contesting) => {
    expect(read(`It rained. The owner said that no fuel had reached the beach. ${contesting}`)).toEqual([
      ['The owner said that no fuel had reached the beach.', contesting],
    ]);
  });

  it('keep a quotation of several sentences whole', () => {
    const [pair] = read(
      'The owner was asked about the wreck. “The reef is on no chart. Nobody could have seen it,” he said. Those assertions are disputed by the pilots’ union.',
    );
    expect(pair?.[0]).toBe('“The reef is on no chart. Nobody could have seen it,” he said.');
  });

  it('are not found where a sentence only reports a dispute', () => {
    expect(
      read('The two towns met again on Monday. They have disputed the fishing grounds since 1911.'),
    ).toEqual([]);
    expect(read('The vote was close. The result will be announced on Friday.')).toEqual([]);
    expect(
      read('He is kind, Roe said. But “if you say something contrary to his view, forget it,” Roe said.'),
    ).toEqual([]);
    expect(
      read('It was a fine day. However, the visit contradicts his claim in May that they had never met.'),
    ).toEqual([]);
  });

  it('stand word for word in the article, two at most', () => {
    const text = Array.from(
      { length: 5 },
      (_, n) => `The owner said that ship ${n} was sound. This statement is false, inspectors said.`,
    ).join(' ');
    const found = contestedClaims({ id: 'a', text });
    expect(found).toHaveLength(2);
    for (const { claim, contestedBy } of found)
      for (const { start, end, text: words } of [claim, contestedBy])
        expect(text.slice(start, end)).toBe(words);
  });
});

const seed = new URL('../../../../shared/data/seed/riyadh-talks.txt', import.meta.url);

/** The owner's example lies outside of the repository; where it is absent there is nothing to check. */
describe.skipIf(!existsSync(seed))('the owner’s example article', () => {
  it('has one contested claim: what the envoy said of the annexed territories', () => {
    const found = read(readFileSync(seed, 'utf8'));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toMatch(/Witkoff.*annexed/);
    expect(found[0]?.[1]).toMatch(/contested.*illegitimate/);
  });
});
