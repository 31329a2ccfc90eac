/**
 * The schema, step by step. Forward only: a step that was released is never changed, a new one is added.
 * The same tables as in SQLite; `articles.row` is time order there and here, `words` is the full-text index of title
 * (A), body (B), outlet (C) and speakers (D).
 */
export const migrations: readonly string[] = [
  `
  create table articles (
    row bigint primary key,
    id text not null unique,
    canonical_url text,
    outlet text not null,
    published_at bigint not null,
    article text not null,
    body text not null,
    quotes text not null,
    statements text not null,
    terms text not null,
    signature text not null,
    words tsvector not null
  );
  create index articles_by_url on articles (canonical_url) where canonical_url is not null;
  create index articles_index on articles using gin (words);

  create table vocabulary (
    word text collate "C" primary key
  );

  create table revisions (
    article_id text not null,
    fetched_at bigint not null,
    article text not null,
    body text not null,
    primary key (article_id, fetched_at)
  );

  create table citations (
    article_id text not null,
    digest_id text not null,
    primary key (article_id, digest_id)
  );

  create table topics (
    slug text collate "C" primary key,
    topic text not null
  );

  create table subscriptions (
    id text primary key,
    platform text collate "C" not null,
    workspace text collate "C" not null,
    channel text collate "C" not null,
    topic text collate "C" not null,
    next_due_at bigint,
    subscription text not null,
    unique (platform, workspace, channel, topic)
  );
  create index subscriptions_due on subscriptions (next_due_at) where next_due_at is not null;

  create table digests (
    id text collate "C" primary key,
    built_at bigint not null,
    digest text not null
  );
  create index digests_by_time on digests (built_at);

  create table deliveries (
    id text collate "C" primary key,
    subscription_id text not null,
    period text not null,
    platform text not null,
    workspace text not null,
    channel text not null,
    digest_id text,
    window_from bigint not null,
    window_to bigint not null,
    due_at bigint not null,
    state text not null check (state in ('pending', 'sending', 'posted', 'unknown', 'skipped', 'dead')),
    lease_owner text,
    lease_until bigint,
    attempts integer not null,
    next_attempt_at bigint not null,
    error text,
    posted_at bigint,
    unique (subscription_id, period)
  );
  create index deliveries_waiting on deliveries (next_attempt_at) where state = 'pending';
  create index deliveries_leased on deliveries (lease_until) where state = 'sending';
  create index deliveries_posted on deliveries (subscription_id, due_at);
  create index deliveries_by_state on deliveries (state, due_at);

  create table delivery_parts (
    delivery_id text collate "C" not null references deliveries (id) on delete cascade,
    part integer not null,
    state text not null check (state in ('pending', 'sending', 'posted', 'unknown')),
    payload text not null,
    message_id text,
    sending_at bigint,
    primary key (delivery_id, part)
  );

  create table feeds (
    id text collate "C" primary key,
    url text collate "C" not null unique,
    state text not null,
    next_poll_at bigint not null,
    feed text not null
  );
  create index feeds_due on feeds (next_poll_at) where state = 'active';

  create table feed_entries (
    feed_id text collate "C" not null references feeds (id) on delete cascade,
    guid text not null,
    article_id text not null,
    primary key (feed_id, guid)
  );

  create table feedback (
    platform text not null,
    workspace text not null,
    channel text not null,
    "user" text not null,
    story_id text not null,
    at bigint not null,
    feedback text not null,
    primary key (platform, workspace, channel, "user", story_id)
  );

  create table audit (
    id bigint generated always as identity primary key,
    platform text,
    workspace text not null,
    channel text,
    entry text not null
  );
  create index audit_by_channel on audit (platform, workspace, channel, id);

  create table key_values (
    key text collate "C" primary key,
    value text not null,
    expires_at bigint
  );
  create index key_values_expiring on key_values (expires_at) where expires_at is not null;
  `,
  /* Payloads stand once, however many channels get them; parts stand with their delivery. */ `
  create table payloads (
    id text collate "C" primary key,
    payload text not null
  );
  insert into payloads select delivery_id || '/' || part, payload from delivery_parts;
  alter table deliveries add column parts text not null default '[]';
  update deliveries set parts = (
    select json_agg(json_build_object('state', state, 'payload', delivery_id || '/' || part,
      'messageId', message_id, 'sendingAt', sending_at) order by part)::text
    from delivery_parts where delivery_id = deliveries.id)
  where exists (select 1 from delivery_parts where delivery_id = deliveries.id);
  drop table delivery_parts;
  `,
  /* Rows a second: 2^12, not 2^20, as in SQLite. What a second has no room for goes on in the next. */ `
  create temporary table renumbered on commit drop as
    select before, place + max((before >> 20 << 12) - place) over (order by before) as row
    from (select row as before, row_number() over (order by row) as place from articles) as placed;
  drop index articles_index;
  update articles set row = -1 - renumbered.row from renumbered where before = articles.row;
  update articles set row = -1 - row;
  create index articles_index on articles using gin (words);
  `,
  /* Addresses may be longer than a page of a b-tree takes; only whole ones are looked for. */ `
  drop index articles_by_url;
  create index articles_by_url on articles using hash (canonical_url) where canonical_url is not null;
  `,
];
