-- Seals: each covers the rows of one window of transactions, for good. The sealer alone adds them; nobody changes them.
create table audit_seal (
  no bigint primary key,
  epoch integer not null,
  kind text not null check (kind in ('rows', 'idle', 'epoch', 'restore')),
  x0 bigint not null,
  x1 bigint not null,
  n integer not null,
  size bigint not null,
  root bytea not null,
  prev bytea not null,
  first timestamptz,
  last timestamptz,
  at timestamptz not null,
  key text not null,
  note text,
  hash bytea not null,
  signature bytea not null,
  -- Hashes of the rows in their order: they tell which row was touched, and outlive rows that retention removes.
  leaves bytea not null,
  -- Every 256th: the peaks of the tree of seals, so that a start need not read them all.
  peaks bytea
);
-- Hashes do not compress, and are read whole.
alter table audit_seal alter column leaves set storage external;
create index audit_seal_at_idx on audit_seal (at);
create index audit_seal_window_idx on audit_seal (epoch, x1);

-- The order in which rows are sealed and read again.
create index audit_event_seal_idx on audit_event (epoch, xid, id);
