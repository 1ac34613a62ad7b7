create table "disclosure" (
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
  "customer_id" uuid not null,
  "recipient" text,
  "recipient_contact" text,
  "purpose_id" uuid,
  "categories" text[],
  "at" timestamptz,
  "means" text,
  "responsible_id" uuid,
  "separate_consent" text,
  "details" text
);

alter table "disclosure" enable row level security;

alter table "disclosure" force row level security;

create policy reading on "disclosure" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "disclosure" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "disclosure" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "disclosure" add constraint "disclosure_file_key" unique ("customer_id", id);

alter table "disclosure" add constraint "disclosure_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "disclosure" add constraint "disclosure_purpose_id_fkey" foreign key ("purpose_id") references "purpose" (id);

alter table "disclosure" add constraint "disclosure_responsible_id_fkey" foreign key ("responsible_id") references "user" (id);

create index "disclosure_updated_idx" on "disclosure" (updated_at desc, id desc) where deleted_at is null;

create index "disclosure_deleted_idx" on "disclosure" (deleted_with);

create index "disclosure_acl_idx" on "disclosure" using gin (acl_read);

create index "disclosure_grams_idx" on "disclosure" using gin (grams(search_text)) where deleted_at is null;

create index "disclosure_latin_idx" on "disclosure" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "disclosure_initials_idx" on "disclosure" (search_latin text_pattern_ops) where deleted_at is null;

create index "disclosure_import_idx" on "disclosure" (import_id, import_row);

create index "disclosure_file_idx" on "disclosure" ("customer_id", "created_at" desc, id desc);

create index "disclosure_title_idx" on "disclosure" ("recipient" collate "zh-x-icu", id) where deleted_at is null;
