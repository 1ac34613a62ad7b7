-- The tables that every object stands on: who holds rights, what happened, what is found under which hash.

-- Internal numbers of those who can hold rights. Never reused, never on the wire; 1 sees everything.
create table principal (
  key integer generated always as identity (start with 100) primary key,
  kind text not null,
  id uuid not null unique
);
insert into principal (key, kind, id) overriding system value values (1, 'everything', '00000000-0000-0000-0000-000000000001');

-- Number rules: the last sequence given in a scope, and every number ever given, deleted records included.
create table counter (scope text primary key, value bigint not null);
create table claim (scope text not null, value text not null, record uuid not null, primary key (scope, value));

-- Sealed values are found by hash: whole, or by their tail.
create table lookup (
  kind text not null,
  hash bytea not null,
  object text not null,
  field text not null,
  record_id uuid not null,
  owner_id uuid not null
);
create index lookup_hash_idx on lookup (kind, hash);
create index lookup_record_idx on lookup (record_id);

-- Values that an import could not read, as they stood in the file, through the codec.
create table unresolved (
  object text not null,
  record uuid not null,
  field text not null,
  code text not null,
  original bytea not null,
  primary key (record, field)
);

-- Field history: before and after through the codec.
create table field_change (
  id uuid primary key,
  object text not null,
  record uuid not null,
  owner uuid,
  version integer not null,
  field text not null,
  before bytea,
  after bytea,
  undo_of uuid,
  at timestamptz not null,
  by uuid,
  reason text,
  request uuid
);
create index field_change_record_idx on field_change (object, record, version desc);

-- The trail. The application may insert and read, nothing else; monthly partitions are made ahead by the schema job.
create table audit_event (
  id bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  epoch integer not null default 1,
  at timestamptz not null,
  actor uuid,
  session uuid,
  token uuid,
  channel text not null,
  action text not null,
  object text,
  record uuid,
  owner uuid,
  records uuid[],
  level smallint,
  fields text[],
  purpose text,
  rule text,
  reason text,
  result text not null,
  ip text,
  request uuid,
  body text not null,
  primary key (at, id)
) partition by range (at);
create index audit_event_record_idx on audit_event (object, record, at desc);
create index audit_event_actor_idx on audit_event (actor, at desc);

-- The change feed: ids only, with the circle of those who may know.
create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  object text not null,
  action text not null,
  records uuid[] not null,
  acl integer[],
  actor uuid
);
create index event_at_idx on event (at);

-- Answers of writes that carried an Idempotency-Key, through the codec.
create table idempotency (
  actor text not null,
  key text not null,
  request_hash bytea not null,
  answer bytea,
  at timestamptz not null default now(),
  primary key (actor, key)
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip text,
  agent text
);
create index session_user_idx on session (user_id);

-- How a user proves to be it; apart from the user record, so that no list or export can ever carry it.
create table credential (
  user_id uuid primary key,
  password_hash text not null,
  failures integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null default now()
);

-- Contents by hash, and who uploaded them; a file is seen by whoever sees a record that names it.
create table file (
  id uuid primary key,
  hash bytea not null,
  size bigint not null,
  type text not null,
  name bytea not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  object text,
  record uuid
);
create index file_record_idx on file (record);

-- Long work: where it stands and how far it came. A step commits its effect and its place together.
create table job (
  id uuid primary key,
  kind text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  actor uuid,
  input jsonb not null,
  place jsonb,
  done bigint not null default 0,
  total bigint,
  error jsonb,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table import (
  id uuid primary key,
  object text not null,
  job uuid,
  file uuid not null references file (id),
  file_name bytea not null,
  actor uuid not null,
  state text not null,
  settings jsonb not null,
  counts jsonb not null,
  error jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index import_created_idx on import (created_at desc);

-- Rows of a file that wait or failed, through the codec.
create table import_row (
  import uuid not null references import (id),
  row integer not null,
  state text not null,
  cells bytea not null,
  errors jsonb,
  record uuid,
  primary key (import, row)
);

-- Distinct characters and pairs of a name: the words of the search index. Costly enough that the planner prefers the index.
create function grams(value text) returns text[]
language sql immutable strict parallel safe cost 2000
as $$
  with letters as (select string_to_array(value, null) as letter)
  select array(
    select distinct gram from letters, lateral (
      select unnest(letter) as gram
      union all
      select letter[i] || letter[i + 1] from generate_series(1, cardinality(letter) - 1) as i
    ) as grams where gram !~ '\s'
  )
$$;
