alter table "task" add column "emergency_access_id" uuid;

create table "emergency_access" (
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
  "user_id" uuid,
  "access" text,
  "from" timestamptz,
  "until" timestamptz,
  "grounds" text,
  "state" text,
  "review_by" timestamptz,
  "reviewer_id" uuid,
  "reviewed_at" timestamptz,
  "finding" text,
  "opinion" text
);

alter table "emergency_access" enable row level security;

alter table "emergency_access" force row level security;

create policy reading on "emergency_access" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "emergency_access" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "emergency_access" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "emergency_access" add constraint "emergency_access_file_key" unique ("customer_id", id);

alter table "task" add constraint "task_emergency_access_id_fkey" foreign key ("emergency_access_id") references "emergency_access" (id);

alter table "emergency_access" add constraint "emergency_access_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "emergency_access" add constraint "emergency_access_user_id_fkey" foreign key ("user_id") references "user" (id);

alter table "emergency_access" add constraint "emergency_access_reviewer_id_fkey" foreign key ("reviewer_id") references "user" (id);

create index "task_emergency_access_id_idx" on "task" ("emergency_access_id", updated_at desc, id desc) where deleted_at is null;

create index "emergency_access_updated_idx" on "emergency_access" (updated_at desc, id desc) where deleted_at is null;

create index "emergency_access_deleted_idx" on "emergency_access" (deleted_with);

create index "emergency_access_acl_idx" on "emergency_access" using gin (acl_read);

create index "emergency_access_import_idx" on "emergency_access" (import_id, import_row);

create index "emergency_access_file_idx" on "emergency_access" ("customer_id", "created_at" desc, id desc);

create index "emergency_access_title_idx" on "emergency_access" ("grounds" collate "zh-x-icu", id) where deleted_at is null;

create index "emergency_access_user_id_idx" on "emergency_access" ("user_id", updated_at desc, id desc) where deleted_at is null;

create index "emergency_access_state_idx" on "emergency_access" ("state", updated_at desc, id desc) where deleted_at is null;

create index "emergency_access_review_by_idx" on "emergency_access" ("review_by", updated_at desc, id desc) where deleted_at is null;

create index "emergency_access_user_id_from_idx" on "emergency_access" ("user_id", "from", updated_at desc, id desc) where deleted_at is null;
