/**
 * The schema, step by step. Forward only: a step that was released is never changed, a new one is added.
 * `articles.row` is time order: published second × 2^12 + a sequence number, so newest-first costs nothing
 * (`reading/row-time.ts`).
 */
export const migrations: readonly string[] = [
  `
  create table articles (
    row integer primary key,
    id text not null unique,
    canonical_url text,
    outlet text not null,
    published_at integer not null,
    article text not null,
    body text not null,
    quotes text not null,
    statements text not null,
    terms text not null,
    signature text not null
  ) strict;
  create index articles_by_url on articles (canonical_url) where canonical_url is not null;

  create virtual table articles_index using fts5 (
    title, body, outlet, speakers,
    content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2"
  );
  create virtual table articles_words using fts5vocab ('articles_index', 'row');

  create table revisions (
    article_id text not null,
    fetched_at integer not null,
    article text not null,
    body text not null,
    primary key (article_id, fetched_at)
  ) strict, without rowid;

  create table citations (
    article_id text not null,
    digest_id text not null,
    primary key (article_id, digest_id)
  ) strict, without rowid;

  create table topics (
    slug text primary key,
    topic text not null
  ) strict, without rowid;

  create table subscriptions (
    id text primary key,
    platform text not null,
    workspace text not null,
    channel text not null,
    topic text not null,
    next_due_at integer,
    subscription text not null,
    unique (platform, workspace, channel, topic)
  ) strict;
  create index subscriptions_due on subscriptions (next_due_at) where next_due_at is not null;

  create table digests (
    id text primary key,
    built_at integer not null,
    digest text not null
  ) strict;
  create index digests_by_time on digests (built_at);

  create table deliveries (
    id text primary key,
    subscription_id text not null,
    period text not null,
    platform text not null,
    workspace text not null,
    channel text not null,
    digest_id text,
    window_from integer not null,
    window_to integer not null,
    due_at integer not null,
    state text not null check (state in ('pending', 'sending', 'posted', 'unknown', 'skipped', 'dead')),
    lease_owner text,
    lease_until integer,
    attempts integer not null,
    next_attempt_at integer not null,
    error text,
    posted_at integer,
    unique (subscription_id, period)
  ) strict;
  create index deliveries_waiting on deliveries (next_attempt_at) where state = 'pending';
  create index deliveries_leased on deliveries (lease_until) where state = 'sending';
  create index deliveries_posted on deliveries (subscription_id, due_at);
  create index deliveries_by_state on deliveries (state, due_at);

  create table delivery_parts (
    delivery_id text not null references deliveries (id) on delete cascade,
    part integer not null,
    state text not null check (state in ('pending', 'sending', 'posted', 'unknown')),
    payload text not null,
    message_id text,
    sending_at integer,
    primary key (delivery_id, part)
  ) strict, without rowid;

  create table feeds (
    id text primary key,
    url text not null unique,
    state text not null,
    next_poll_at integer not null,
    feed text not null
  ) strict;
  create index feeds_due on feeds (next_poll_at) where state = 'active';

  create table feed_entries (
    feed_id text not null references feeds (id) on delete cascade,
    guid text not null,
    article_id text not null,
    primary key (feed_id, guid)
  ) strict, without rowid;

  create table feedback (
    platform text not null,
    workspace text not null,
    channel text not null,
    user text not null,
    story_id text not null,
    at integer not null,
    feedback text not null,
    primary key (platform, workspace, channel, user, story_id)
  ) strict, without rowid;

  create table audit (
    id integer primary key,
    platform text,
    workspace text not null,
    channel text,
    entry text not null
  ) strict;
  create index audit_by_channel on audit (platform, workspace, channel, id);

  create table key_values (
    key text primary key,
    value text not null,
    expires_at integer
  ) strict, without rowid;
  create index key_values_expiring on key_values (expires_at) where expires_at is not null;
  `,
  // Eight segments of the index are merged into one, not four: a tenth less work a stored article, searches as fast.
  `
  insert into articles_index (articles_index, rank) values ('automerge', 8);
  `,
  /* Payloads stand once, however many channels get them; parts stand with their delivery. */ `
  create table payloads (
    id text primary key,
    payload text not null
  ) strict;
  insert into payloads select delivery_id || '/' || part, payload from delivery_parts;
  alter table deliveries add column parts text not null default '[]';
  update deliveries set parts = (
    select json_group_array(json_object('state', state, 'payload', delivery_id || '/' || part,
      'messageId', message_id, 'sendingAt', sending_at) order by part)
    from delivery_parts where delivery_id = deliveries.id)
  where exists (select 1 from delivery_parts where delivery_id = deliveries.id);
  drop table delivery_parts;
  `,
  /* Rows a second: 2^12, not 2^20, for an index a tenth smaller. What a second has no room for goes on in the next. */ `
  create temporary table renumbered (before integer primary key, row integer not null) strict;
  insert into renumbered
    select before, place + max((before >> 20 << 12) - place) over (order by before)
    from (select row as before, row_number() over (order by row) as place from articles);
  update articles set row = -1 - (select row from renumbered where before = articles.row);
  update articles set row = -1 - row;
  drop table renumbered;
  insert into articles_index (articles_index) values ('delete-all');
  insert into articles_index (rowid, title, body, outlet, speakers)
    select row, article ->> 'title', body, 'courantarticle ' || outlet,
      coalesce((select group_concat(distinct value ->> '$.speaker.name') from json_each(quotes)), '')
    from articles order by row;
  `,
];
