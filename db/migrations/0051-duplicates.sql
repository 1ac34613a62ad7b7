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
