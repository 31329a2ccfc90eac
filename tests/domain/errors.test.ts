import { expect, it } from 'vitest';
import { CourantError, describeError } from '../../src/domain/errors.ts';

it.each([
  [new CourantError('invalid', 'It is wrong.', { mend: 'Mend it.' }), 'It is wrong. Mend it.'],
  [new Error('It broke.'), 'It broke.'],
  [{ message: 'It broke in a queue.', queue: 'deliveries' }, 'It broke in a queue.'],
  [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  ['a word', 'a word'],
])('an error is a line for a person, whatever was thrown: %#', (error, line) => {
  expect(describeError(error)).toBe(line);
});
