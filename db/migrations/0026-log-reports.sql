create table "log_report" (
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
  "name" text,
  "rhythm" text,
  "hour" numeric,
  "period" text,
  "addressees" uuid[],
  "active" boolean,
  "next_due" timestamptz,
  "owner_id" uuid,
  "person_id" uuid,
  "actions" text[],
  "result" text,
  "file" text,
  "words" text,
  "address" text
);

alter table "log_report" enable row level security;

alter table "log_report" force row level security;

create policy reading on "log_report" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "log_report" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "log_report" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "log_report" add constraint "log_report_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "log_report" add constraint "log_report_person_id_fkey" foreign key ("person_id") references "user" (id);

create index "log_report_updated_idx" on "log_report" (updated_at desc, id desc) where deleted_at is null;

create index "log_report_deleted_idx" on "log_report" (deleted_with);

create index "log_report_acl_idx" on "log_report" using gin (acl_read);

create index "log_report_import_idx" on "log_report" (import_id, import_row);

create index "log_report_title_idx" on "log_report" ("name" collate "zh-x-icu", id) where deleted_at is null;
