-- Failed attempts by login text and by network address, hashed: logins that do not exist are counted like those that do.
create table sign_in_attempt (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null default now(),
  blocked_until timestamptz
);
create index sign_in_attempt_last_idx on sign_in_attempt (last_at);
alter table credential drop column failures, drop column locked_until;
