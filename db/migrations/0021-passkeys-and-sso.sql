-- What is asked once and must come back soon, for one purpose: questions to passkeys, and ways to another house and back.
create table challenge (
  hash bytea primary key,
  purpose text not null,
  user_id uuid,
  session_id uuid,
  ip text,
  expires_at timestamptz not null
);
create index challenge_ip_idx on challenge (ip);

-- The public half of a pair whose other half never leaves its device, and the name of the site it was made for.
create table passkey (
  id uuid primary key,
  user_id uuid not null,
  credential_id bytea not null unique,
  public_key bytea not null,
  rp text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz
);
create index passkey_user_idx on passkey (user_id);

-- Who somebody is in the house that vouches for them; bound at the first sign-in, one subject for a person.
create table sso_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  bound_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (issuer, user_id)
);
