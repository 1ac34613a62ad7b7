alter table "saved_view" add column "default_for" text[];

alter table "saved_view" add column "default_for_own" uuid[];

create table "favourite" (
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
  "row_proof" bytea,
  "object" text,
  "record" text,
  "page" text,
  "position" numeric,
  "owner_id" uuid
);

alter table "favourite" enable row level security;

alter table "favourite" force row level security;

create policy reading on "favourite" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "favourite" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "favourite" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "favourite" add constraint "favourite_owner_id_fkey" foreign key ("owner_id") references "user" (id);

create index "favourite_updated_idx" on "favourite" (updated_at desc, id desc) where deleted_at is null;

create index "favourite_deleted_idx" on "favourite" (deleted_with);

create index "favourite_acl_idx" on "favourite" using gin (acl_read);

create index "favourite_import_idx" on "favourite" (import_id, import_row);

create index "favourite_title_idx" on "favourite" ("object" collate "zh-x-icu", id) where deleted_at is null;

create index "favourite_owner_id_position_idx" on "favourite" ("owner_id", "position", updated_at desc, id desc) where deleted_at is null;

-- How somebody likes the pages, on every device: where the tour was left, and with which view lists begin.
create table own_setting (
  person uuid primary key,
  tour text,
  views jsonb not null default '{}'
);
