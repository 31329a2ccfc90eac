import { describe, expect, it } from 'vitest';
import { isAllowed, isPublicAddress } from '../../../src/ingest/fetch/public-address.ts';

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '1.1.1.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:93.184.215.14'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '::7f00:1',
    'localhost',
    '',
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('isAllowed', () => {
  const allow = ['feeds.internal', '10.1.0.0/16', '::1'];

  it.each([
    ['feeds.internal', '192.168.0.9'],
    ['FEEDS.internal.', '10.9.9.9'],
    ['other.example', '10.1.2.3'],
    ['other.example', '::ffff:10.1.2.3'],
    ['::1', '::1'],
  ])('%s at %s', (host, address) => {
    expect(isAllowed(host, address, allow)).toBe(true);
  });

  it.each([
    ['evil-feeds.internal', '192.168.0.9'],
    ['other.example', '10.2.0.1'],
    ['other.example', '127.0.0.1'],
  ])('but not %s at %s', (host, address) => {
    expect(isAllowed(host, address, allow)).toBe(false);
  });
});
