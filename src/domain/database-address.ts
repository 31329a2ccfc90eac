/** Whether a database's address is one of PostgreSQL; anything else is the path of an SQLite file. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** What to do about an address that can't be read: mostly it has a password with a sign that addresses are parted by. */
export const postgresAddressMend =
  'Write postgres://user:password@host/database; in a password %, #, / and @ are written %25, %23, %2F and %40.';

/** SQLite would read "file:news.db" by rules of its own: what is meant is the path. */
export function withoutFileScheme(address: string): string {
  return address.replace(/^file:(\/\/)?/, '');
}
