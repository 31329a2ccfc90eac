import { describe, expect, it } from 'vitest';
import { gatherReads } from '../../src/store/reading/gathered-reads.ts';

describe('reads by id', () => {
  it('of one turn are one query, and each gets its own', async () => {
    const queries: (readonly string[])[] = [];
    const read = gatherReads(async (ids) => {
      queries.push(ids);
      return ids
        .filter((id) => id !== 'gone')
        .map((id) => ({ id }))
        .toReversed();
    });
    expect(await Promise.all([read('a'), read('gone'), read('b')])).toEqual([{ id: 'a' }, null, { id: 'b' }]);
    expect(await read('c')).toEqual({ id: 'c' });
    expect(queries).toEqual([['a', 'gone', 'b'], ['c']]);
  });

  it('fail together and are asked anew the next time', async () => {
    let away = true;
    const read = gatherReads(async (ids) => {
      if (away) throw new Error('away');
      return ids.map((id) => ({ id }));
    });
    const outcomes = await Promise.allSettled([read('a'), read('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    expect(await read('a')).toEqual({ id: 'a' });
  });
});
