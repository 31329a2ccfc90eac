import { hash } from 'node:crypto';

/** Discord answers a second post of the same nonce with the first message; at most 25 characters. */
export function nonceOf(key: string, part: number): string {
  return hash('sha256', `${key}/${part}`, 'base64url').slice(0, 24);
}

const discordEpoch = 1_420_070_400_000;

/** The smallest message id of that moment. */
export function snowflakeAt(milliseconds: number): string {
  return (BigInt(Math.max(0, Math.floor(milliseconds) - discordEpoch)) << 22n).toString();
}
