-- What programs use in the name of their owner: known by hash, limited in reach, place and time.
create table api_key (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null,
  name text not null,
  scopes text[] not null,
  networks text[] not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  seen_at timestamptz,
  seen_ip text
);
create index api_key_user_idx on api_key (user_id);
create index job_actor_idx on job (actor) where state in ('queued', 'running');
