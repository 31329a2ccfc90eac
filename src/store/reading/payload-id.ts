import { createHash } from 'node:crypto';
import { remembering } from '../../domain/remembering.ts';

/**
 * The id of a payload in the table `payloads`, by its content: what goes to many channels is stored once. (Those
 * frozen before there was this table have their delivery's id and part for one.)
 */
export const payloadId = remembering(64, (payload: string) =>
  createHash('sha256').update(payload).digest('base64url'),
);
