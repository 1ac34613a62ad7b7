-- Three tiers of keys, each wrapped by the one above; the first stands in a file outside the database and every backup.

-- Masters by fingerprint. `keyed_check` tells whether a file of keys belongs to this house.
create table master_key (
  fingerprint text primary key,
  house uuid not null,
  algorithm text not null,
  keyed_check bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

-- One key per level and year, wrapped by a master. Retired: wraps nothing new; without bytes: destroyed.
create table level_key (
  id integer generated always as identity primary key,
  level smallint not null check (level between 1 and 3),
  year smallint not null,
  master text not null references master_key (fingerprint),
  wrapped bytea,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

-- One random key per owner and level, wrapped by the level's. Without bytes it has been destroyed; the row stays to say so.
create table data_key (
  id bigint generated always as identity primary key,
  owner uuid not null,
  level smallint not null,
  level_key integer not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  unique (owner, level)
);

-- Whose keys have been destroyed; replayed on whatever backup is brought back.
create table shred_ledger (
  id bigint generated always as identity primary key,
  owner uuid not null unique,
  at timestamptz not null default now(),
  actor uuid,
  reason text not null
);

-- How far values that were stored before there were keys have been sealed. No row = nothing was ever stored plain.
create table plain_remains (
  single boolean primary key default true check (single),
  sealed_at timestamptz
);
insert into plain_remains (single) select true where exists (select from principal where kind = 'user');

-- Contents: the file's own key, through the codec. A content without one waits to be sealed.
alter table file add column content_key bytea;
alter table file alter column hash drop not null;
