import { CourantError } from '../../domain/errors.ts';

/**
 * @param version of the schema that the database has
 * @param known the newest one of this program
 * @throws CourantError `too-new` when a newer program wrote the database
 */
export function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new CourantError(
    'too-new',
    `The database has schema ${version}; this program knows up to ${known}.`,
    {
      mend: 'Update Courant, or restore the backup made before the newer one ran.',
    },
  );
}
