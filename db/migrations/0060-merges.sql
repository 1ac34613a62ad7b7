-- Records that have been joined into another, until when that can be taken back, and up to which version it changed what.
create table record_merge (
  id uuid primary key,
  object text not null,
  kept uuid not null,
  at timestamptz not null,
  by uuid,
  undone_at timestamptz,
  undone_by uuid
);
create index record_merge_kept_idx on record_merge (object, kept, at);

create table record_merge_part (
  merge uuid not null references record_merge (id),
  role text not null check (role in ('kept', 'joined', 'child', 'reference')),
  object text not null,
  record uuid not null,
  version integer,
  number text,
  past jsonb,
  primary key (merge, role, object, record)
);
create index record_merge_part_joined_idx on record_merge_part (record) where role = 'joined';
create index record_merge_part_number_idx on record_merge_part (object, lower(number)) where role = 'joined';
