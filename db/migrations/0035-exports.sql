alter table "company" add column "export_bound" numeric;

create table "export" (
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
  "number" text,
  "object" text,
  "format" text,
  "columns" jsonb,
  "selection" bytea,
  "grounds" text,
  "purpose_id" uuid,
  "rows" numeric,
  "level" numeric,
  "contents" text,
  "criteria" text,
  "requester_id" uuid,
  "unit_id" uuid,
  "signers" uuid[],
  "approval" text,
  "state" text,
  "until" timestamptz,
  "fetched_at" timestamptz,
  "job" text
);

alter table "export" enable row level security;

alter table "export" force row level security;

create policy reading on "export" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "export" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "export" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "export" add constraint "export_purpose_id_fkey" foreign key ("purpose_id") references "purpose" (id);

alter table "export" add constraint "export_requester_id_fkey" foreign key ("requester_id") references "user" (id);

alter table "export" add constraint "export_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

create index "export_updated_idx" on "export" (updated_at desc, id desc) where deleted_at is null;

create index "export_deleted_idx" on "export" (deleted_with);

create index "export_acl_idx" on "export" using gin (acl_read);

create index "export_import_idx" on "export" (import_id, import_row);

create index "export_number_idx" on "export" ("number", updated_at desc, id desc) where deleted_at is null;

create index "export_state_idx" on "export" ("state", updated_at desc, id desc) where deleted_at is null;

create index "export_requester_id_approval_idx" on "export" ("requester_id", "approval", updated_at desc, id desc) where deleted_at is null;
