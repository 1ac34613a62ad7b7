-- Who made sure of which value, when and how. No value stands here: a way is a code. One that no longer holds keeps its row, for the history.
create table verification (
  id uuid primary key,
  object text not null,
  record uuid not null,
  field text not null,
  how text not null,
  unknown boolean not null,
  version integer not null,
  by uuid,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index verification_standing_idx on verification (record, field) where ended_at is null;
create index verification_at_idx on verification (object, field, at, record) where ended_at is null;
create index verification_record_idx on verification (record, id);
