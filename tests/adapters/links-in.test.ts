import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksIn as linksOnDiscord } from '../../adapters/discord/links-in.ts';
import { webAddressesIn } from '../../adapters/message/web-addresses.ts';
import { linksIn as linksOnSlack } from '../../adapters/slack/links-in.ts';

describe('webAddressesIn', () => {
  it.each([
    ['See https://news.example/a.', ['https://news.example/a']],
    [
      '(https://news.example/a), and <https://news.example/b>!',
      ['https://news.example/a', 'https://news.example/b'],
    ],
    ['[read](https://news.example/a)', ['https://news.example/a']],
    ['https://news.example/wiki/Riyadh_(city)', ['https://news.example/wiki/Riyadh_(city)']],
    ['https://news.example/?q=1&r=2#top', ['https://news.example/?q=1&r=2#top']],
    ['javascript:alert(1) ftp://news.example file:///etc/passwd', []],
  ])('%s', (text, addresses) => {
    expect(webAddressesIn(text)).toEqual(addresses);
  });

  it('gives nothing but stretches of the text that begin with http', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = `${text} https://news.example/${text}`;
        for (const address of webAddressesIn(whole)) {
          expect(whole).toContain(address);
          expect(address).toMatch(/^https?:\/\//i);
        }
      }),
    );
  });

  it('is done with a hundred thousand brackets', () => {
    expect(webAddressesIn(`https://news.example/${')'.repeat(100_000)}`)).toEqual(['https://news.example/']);
  });
});

describe('the links of a message', () => {
  it('on Slack stand in its text, its rich text and what it shares; each is given once', () => {
    const message = {
      text: 'Look: <https://news.example/a?b=1&amp;c=2|here> and <!channel> <@U1>',
      blocks: [
        { type: 'rich_text', elements: [{ type: 'link', url: 'https://news.example/a?b=1&c=2' }] },
        { type: 'actions', elements: [{ type: 'button', url: 'https://news.example/b' }] },
      ],
      attachments: [{ from_url: 'https://news.example/c', text: '<https://news.example/d>', image_url: 'x' }],
    };
    expect(linksOnSlack(message)).toEqual([
      'https://news.example/a?b=1&c=2',
      'https://news.example/b',
      'https://news.example/c',
      'https://news.example/d',
    ]);
  });

  it('on Discord stand in its text, its embeds and what it forwards', () => {
    expect(
      linksOnDiscord({
        content: 'https://news.example/a',
        embeds: [{ url: 'https://news.example/a' }, { description: '[b](https://news.example/b)' }],
        message_snapshots: [{ message: Object({ content: 'https://news.example/c', embeds: [] }) }],
      }),
    ).toEqual(['https://news.example/a', 'https://news.example/b', 'https://news.example/c']);
  });

  it('are none where there are none', () => {
    expect(linksOnSlack({})).toEqual([]);
    expect(linksOnDiscord({})).toEqual([]);
  });
});
