-- What is about the house itself stands with those who look after it.
insert into principal (key, kind, id) overriding system value values (3, 'house', '00000000-0000-0000-0000-000000000003');

-- What a change request would do, exactly as it is signed: sealed with the key of the file that it is about.
create table proposal (
  id uuid primary key,
  owner uuid not null,
  hash bytea not null,
  content bytea not null,
  duties text[] not null,
  made_at timestamptz not null default now()
);

alter table "company" add column "three_officers" boolean;

create table "change_request" (
  "id" uuid primary key,
  "version" integer not null default 1,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  "deleted_at" timestamptz,
  "deleted_with" uuid,
  "import_id" uuid,
  "import_row" integer,
  "acl_read" integer[] not null,
  "acl_write" integer[] not null,
  "acl_level" smallint not null default 1,
  "incomplete" text[] not null default '{}',
  "search_text" text not null default '',
  "search_latin" text not null default '',
  "subject" text,
  "object" text,
  "record" text,
  "operation" text,
  "state" text,
  "grounds" text,
  "proposer_id" uuid,
  "decider_id" uuid,
  "decided_at" timestamptz,
  "verdict" text
);

alter table "change_request" enable row level security;

alter table "change_request" force row level security;

create policy reading on "change_request" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "change_request" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "change_request" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "change_request" add constraint "change_request_proposer_id_fkey" foreign key ("proposer_id") references "user" (id);

alter table "change_request" add constraint "change_request_decider_id_fkey" foreign key ("decider_id") references "user" (id);

create index "change_request_updated_idx" on "change_request" (updated_at desc, id desc) where deleted_at is null;

create index "change_request_deleted_idx" on "change_request" (deleted_with);

create index "change_request_acl_idx" on "change_request" using gin (acl_read);

create index "change_request_grams_idx" on "change_request" using gin (grams(search_text)) where deleted_at is null;

create index "change_request_latin_idx" on "change_request" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "change_request_initials_idx" on "change_request" (search_latin text_pattern_ops) where deleted_at is null;

create index "change_request_import_idx" on "change_request" (import_id, import_row);

create index "change_request_title_idx" on "change_request" ("subject" collate "zh-x-icu", id) where deleted_at is null;

create index "change_request_record_idx" on "change_request" ("record", updated_at desc, id desc) where deleted_at is null;

create index "change_request_state_idx" on "change_request" ("state", updated_at desc, id desc) where deleted_at is null;

create index "change_request_proposer_id_idx" on "change_request" ("proposer_id", updated_at desc, id desc) where deleted_at is null;
