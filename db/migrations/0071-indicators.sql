create table "indicator_score" (
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
  "period" text,
  "length" text,
  "from" date,
  "until" date,
  "owner_id" uuid,
  "unit_id" uuid,
  "checked" numeric,
  "right" numeric,
  "files" numeric,
  "complete" numeric,
  "tasks" numeric,
  "on_time" numeric,
  "updates_due" numeric,
  "updated" numeric,
  "age" numeric,
  "work" numeric,
  "hash" text
);

alter table "indicator_score" enable row level security;

alter table "indicator_score" force row level security;

create policy reading on "indicator_score" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "indicator_score" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "indicator_score" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "indicator_score" add constraint "indicator_score_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "indicator_score" add constraint "indicator_score_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

create index "indicator_score_updated_idx" on "indicator_score" (updated_at desc, id desc) where deleted_at is null;

create index "indicator_score_deleted_idx" on "indicator_score" (deleted_with);

create index "indicator_score_acl_idx" on "indicator_score" using gin (acl_read);

create index "indicator_score_import_idx" on "indicator_score" (import_id, import_row);

create index "indicator_score_title_idx" on "indicator_score" ("period" collate "zh-x-icu", id) where deleted_at is null;

create index "indicator_score_period_idx" on "indicator_score" ("period", updated_at desc, id desc) where deleted_at is null;

create index "indicator_score_owner_id_idx" on "indicator_score" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "indicator_score_owner_id_period_idx" on "indicator_score" ("owner_id", "period", updated_at desc, id desc) where deleted_at is null;
