create table "value_rule" (
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
  "row_proof" bytea,
  "name" text,
  "field" text,
  "value" text,
  "when" jsonb,
  "position" numeric,
  "active" boolean,
  "note" text
);

create table "rule_exception" (
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
  "customer_id" uuid not null,
  "field" text,
  "until" date,
  "grounds" text
);

alter table "rule_exception" enable row level security;

alter table "rule_exception" force row level security;

create policy reading on "rule_exception" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "rule_exception" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "rule_exception" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "rule_exception" add constraint "rule_exception_file_key" unique ("customer_id", id);

alter table "rule_exception" add constraint "rule_exception_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

create index "value_rule_updated_idx" on "value_rule" (updated_at desc, id desc) where deleted_at is null;

create index "value_rule_deleted_idx" on "value_rule" (deleted_with);

create index "value_rule_title_idx" on "value_rule" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "rule_exception_updated_idx" on "rule_exception" (updated_at desc, id desc) where deleted_at is null;

create index "rule_exception_deleted_idx" on "rule_exception" (deleted_with);

create index "rule_exception_acl_idx" on "rule_exception" using gin (acl_read);

create index "rule_exception_import_idx" on "rule_exception" (import_id, import_row);

create index "rule_exception_file_idx" on "rule_exception" ("customer_id", "created_at" desc, id desc);

create index "rule_exception_until_idx" on "rule_exception" ("until", updated_at desc, id desc) where deleted_at is null;
