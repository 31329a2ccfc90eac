import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../src/domain/without-secrets.ts';
import { createLog } from '../src/log.ts';

// Put together here so that no scanner takes these made-up ones for real.
const slack = ['xoxb', '123456789012', 'abcDEF'].join('-');
const discord = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcdE', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5'].join('.');

describe('the log', () => {
  it.each([
    slack,
    ['xapp', '1', 'A0', '99', 'ff'].join('-'),
    discord,
    `Bot ${discord}`,
    'Bearer abcdefghijklmnop.qrstuv',
    'postgres://courant:hunter2secret@db/courant',
    'https://hunter2secret@news.example/feed',
    'https://anna:hunter2secret%40home@news.example/feed',
    'https://news.example/feed?format=rss&access_token=hunter2secret',
    'https://news.example/feed?key=hunter2secret#top',
  ])('takes %s out of text', (secret) => {
    const shown = withoutSecrets(`failed with ${secret} today`);
    expect(shown).toContain('[secret]');
    expect(shown).toMatch(/^failed with .* today$/);
    for (const part of ['123456789012', 'GabcdE', 'abcdefghijklmnop', 'hunter2secret'])
      expect(shown).not.toContain(part);
  });

  it('leaves ordinary text alone', () => {
    const text =
      'posted digest d_1 to slack/T1/C1 (1712345678.000100) at https://example.org:8080/a@b?keyword=tide&page=2';
    expect(withoutSecrets(text)).toBe(text);
  });

  it('writes one JSON line a message, without the secret in any field', () => {
    const lines: string[] = [];
    createLog('info', (line) => lines.push(line)).warn({ url: 'x', nested: { token: slack } }, `no ${slack}`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      msg: 'no [secret]',
      nested: { token: '[secret]' },
    });
  });

  it('leaves a line readable that has an address in one field and an @ in another', () => {
    const lines: string[] = [];
    const fields = { url: 'https://news.example', mail: 'desk@news.example' };
    createLog('info', (line) => lines.push(line)).info(fields, 'read');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject(fields);
  });
});
