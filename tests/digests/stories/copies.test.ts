import { describe, expect, it } from 'vitest';
import {
  copyGroups,
  isNearCopy,
  likeness,
  readSignature,
  signatureOf,
} from '../../../digests/stories/copies.ts';
import { budget, ferry } from '../wire.ts';

const [first, second] = ferry.grounding;
const read = (text: string) => readSignature(signatureOf(text));

describe('copies of one text', () => {
  it('are known though an outlet cut the end and put its own line on top', () => {
    const cut = `From our agencies.\n\n${first.text.slice(0, -60)}`;
    expect(isNearCopy(read(first.text), read(cut))).toBe(true);
  });

  it('are not two reports of one event by different hands', () => {
    expect(isNearCopy(read(first.text), read(second.text))).toBe(false);
    expect(likeness(read(first.text), read(budget.text))).toBeLessThan(0.1);
  });

  it('come as groups that hold each article once', () => {
    const articles = [first.text, second.text, `${first.text} More follows.`].map((text) => ({
      text,
      signature: signatureOf(text),
    }));
    expect(copyGroups(articles).map((group) => group.map((one) => articles.indexOf(one)))).toEqual([
      [0, 2],
      [1],
    ]);
  });

  it('have signatures that depend on the text alone', () => {
    expect(signatureOf(first.text)).toBe(signatureOf(first.text));
    expect(signatureOf(first.text)).not.toBe(signatureOf(second.text));
    expect(signatureOf('')).toBe(signatureOf(''));
  });
});
