-- A link on which somebody outside of the house answers once. Only hashes are kept: of its token, and of the code that is told apart.
create table answer_link (
  token_hash bytea primary key,
  record uuid not null unique,
  code_hash bytea,
  made_from text,
  tries smallint not null default 0,
  expires_at timestamptz not null
);

-- A message may be for whoever a file is about.
alter table outbox add column object text not null default 'user';
