create table "consent" (
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
  "purpose_id" uuid,
  "subject" text,
  "notice" text,
  "method" text,
  "given_at" timestamptz,
  "until" timestamptz,
  "taken_by_id" uuid,
  "proof" uuid[],
  "withdrawn_at" timestamptz,
  "withdrawn_how" text
);

alter table "consent" enable row level security;

alter table "consent" force row level security;

create policy reading on "consent" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "consent" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "consent" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "consent" add constraint "consent_file_key" unique ("customer_id", id);

alter table "consent" add constraint "consent_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "consent" add constraint "consent_purpose_id_fkey" foreign key ("purpose_id") references "purpose" (id);

alter table "consent" add constraint "consent_taken_by_id_fkey" foreign key ("taken_by_id") references "user" (id);

create index "consent_updated_idx" on "consent" (updated_at desc, id desc) where deleted_at is null;

create index "consent_deleted_idx" on "consent" (deleted_with);

create index "consent_acl_idx" on "consent" using gin (acl_read);

create index "consent_import_idx" on "consent" (import_id, import_row);

create index "consent_file_idx" on "consent" ("customer_id", "created_at" desc, id desc);

create index "consent_title_idx" on "consent" ("subject" collate "zh-x-icu", id) where deleted_at is null;

create index "consent_customer_id_purpose_id_idx" on "consent" ("customer_id", "purpose_id", updated_at desc, id desc) where deleted_at is null;
