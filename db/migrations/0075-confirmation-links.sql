create table "confirmation_link" (
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
  "customer_id" uuid not null,
  "fields" jsonb,
  "language" text,
  "way" text,
  "check" text,
  "sender_id" uuid,
  "valid_until" timestamptz,
  "state" text,
  "opened_at" timestamptz,
  "answered_at" timestamptz,
  "answers" jsonb,
  "origin" text,
  "request_id" uuid
);

alter table "confirmation_link" enable row level security;

alter table "confirmation_link" force row level security;

create policy reading on "confirmation_link" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "confirmation_link" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "confirmation_link" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "confirmation_link" add constraint "confirmation_link_file_key" unique ("customer_id", id);

alter table "confirmation_link" add constraint "confirmation_link_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "confirmation_link" add constraint "confirmation_link_sender_id_fkey" foreign key ("sender_id") references "user" (id);

alter table "confirmation_link" add constraint "confirmation_link_request_id_fkey" foreign key ("request_id") references "change_request" (id);

create index "confirmation_link_updated_idx" on "confirmation_link" (updated_at desc, id desc) where deleted_at is null;

create index "confirmation_link_deleted_idx" on "confirmation_link" (deleted_with);

create index "confirmation_link_acl_idx" on "confirmation_link" using gin (acl_read);

create index "confirmation_link_import_idx" on "confirmation_link" (import_id, import_row);

create index "confirmation_link_file_idx" on "confirmation_link" ("customer_id", "created_at" desc, id desc);

create index "confirmation_link_title_idx" on "confirmation_link" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "confirmation_link_request_id_idx" on "confirmation_link" ("request_id", updated_at desc, id desc) where deleted_at is null;
