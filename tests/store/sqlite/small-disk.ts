/**
 * Loaded before the program (`node --import`): SQLite finds the disk full once the database has DISK_PAGES pages. What
 * it does then is what it does on a full disk (SQLITE_FULL); a small file system would need the rights of root.
 */
import { DatabaseSync } from 'node:sqlite';

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  exec.call(this, `pragma max_page_count = ${process.env.DISK_PAGES}`);
  exec.call(this, sql);
};
