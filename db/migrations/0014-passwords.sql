-- Settings of the company that are no records: how one signs in, how mail leaves. Secrets in them have been through the codec.
create table setting (name text primary key, value jsonb not null, changed_at timestamptz not null default now());

alter table credential add column must_change boolean not null default false, add column history text[] not null default '{}';

-- What sign-in remembers of a person, whatever the way in.
create table account (user_id uuid primary key, last_sign_in_at timestamptz);
