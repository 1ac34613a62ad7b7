-- Messages on their way out of the house. Whom they are for is a person, never an address; what they carry is sealed, and gone once they have left.
create table outbox (
  id uuid primary key,
  kind text not null,
  person uuid not null,
  actor uuid,
  content bytea,
  sender text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  trouble text,
  queued_at timestamptz not null default now(),
  until timestamptz not null,
  ended_at timestamptz
);
create index outbox_queued_at_idx on outbox (queued_at desc);

-- One-time links on which a person sets a password; the database knows their hash alone.
create table account_link (
  token_hash bytea primary key,
  person uuid not null,
  purpose text not null,
  expires_at timestamptz not null
);
create index account_link_person_idx on account_link (person);
