alter table "task" add column "kind" text;

alter table "task" add column "escalated_at" timestamptz;

create table "completeness_score" (
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
  "day" date,
  "owner_id" uuid,
  "unit_id" uuid,
  "files" numeric,
  "complete" numeric,
  "open" numeric,
  "share" numeric
);

alter table "completeness_score" enable row level security;

alter table "completeness_score" force row level security;

create policy reading on "completeness_score" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "completeness_score" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "completeness_score" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "completeness_score" add constraint "completeness_score_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "completeness_score" add constraint "completeness_score_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

create index "task_kind_idx" on "task" ("kind", updated_at desc, id desc) where deleted_at is null;

create index "completeness_score_updated_idx" on "completeness_score" (updated_at desc, id desc) where deleted_at is null;

create index "completeness_score_deleted_idx" on "completeness_score" (deleted_with);

create index "completeness_score_acl_idx" on "completeness_score" using gin (acl_read);

create index "completeness_score_import_idx" on "completeness_score" (import_id, import_row);

create index "completeness_score_day_idx" on "completeness_score" ("day", updated_at desc, id desc) where deleted_at is null;

create index "completeness_score_owner_id_idx" on "completeness_score" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "completeness_score_owner_id_day_idx" on "completeness_score" ("owner_id", "day", updated_at desc, id desc) where deleted_at is null;
