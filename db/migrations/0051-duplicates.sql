-- Records that may be one and the same, in pairs, and which of them hang together. Somebody may have said that they are two.
create table duplicate_pair (
  object text not null,
  one uuid not null,
  other uuid not null,
  verdict text not null,
  points integer not null,
  reasons jsonb not null,
  group_id uuid,
  apart_by uuid,
  apart_at timestamptz,
  primary key (object, one, other)
);
create index duplicate_pair_other_idx on duplicate_pair (object, other);
create index duplicate_pair_group_idx on duplicate_pair (object, group_id);

-- Of which record out of their sight somebody was told that there may be one.
create table duplicate_answer (
  person uuid not null,
  record uuid not null,
  at timestamptz not null default now()
);
create index duplicate_answer_person_idx on duplicate_answer (person, at);

-- Up to which line of the trail the keys of an object's records are written, and when all of them were last gone through.
create table duplicate_place (
  object text primary key,
  place jsonb not null,
  begun_at timestamptz not null default now(),
  walked_at timestamptz
);

-- From here on the trail is gone through; what was there before waits for the night.
insert into duplicate_place (object, place)
select 'customer', jsonb_build_object(
  'epoch', coalesce((select epoch from audit_event order by at desc, id desc limit 1), 1),
  'seen', pg_current_snapshot()::text, 'at', now()::text, 'round', null);
