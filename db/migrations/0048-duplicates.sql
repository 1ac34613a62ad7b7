-- Records that may be one and the same, in pairs, and which of them hang together.
create table duplicate_pair (
  object text not null,
  one uuid not null,
  other uuid not null,
  verdict text not null,
  points integer not null,
  reasons jsonb not null,
  group_id uuid,
  primary key (object, one, other)
);
create index duplicate_pair_other_idx on duplicate_pair (object, other);
create index duplicate_pair_group_idx on duplicate_pair (object, group_id);

-- When somebody was told that there may be a record out of their sight.
create table duplicate_answer (
  person uuid not null,
  at timestamptz not null default now()
);
create index duplicate_answer_person_idx on duplicate_answer (person, at);
