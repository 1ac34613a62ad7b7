alter table "follow_up" add column "mentions" uuid[];

create table "notification" (
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
  "kind" text,
  "detail" text,
  "object" text,
  "record" text,
  "actor_id" uuid,
  "count" numeric,
  "at" timestamptz,
  "read_at" timestamptz,
  "reader_id" uuid
);

alter table "notification" enable row level security;

alter table "notification" force row level security;

create policy reading on "notification" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "notification" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "notification" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy ending on "notification" for delete using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and ("read_at" < now() - interval '30 days' or created_at < now() - interval '180 days'));

alter table "notification" add constraint "notification_actor_id_fkey" foreign key ("actor_id") references "user" (id);

alter table "notification" add constraint "notification_reader_id_fkey" foreign key ("reader_id") references "user" (id);

create index "notification_updated_idx" on "notification" (updated_at desc, id desc) where deleted_at is null;

create index "notification_deleted_idx" on "notification" (deleted_with);

create index "notification_acl_idx" on "notification" using gin (acl_read);

create index "notification_import_idx" on "notification" (import_id, import_row);

create index "notification_record_idx" on "notification" ("record", updated_at desc, id desc) where deleted_at is null;

create index "notification_reader_id_read_at_idx" on "notification" ("reader_id", "read_at", updated_at desc, id desc) where deleted_at is null;

create index "notification_reader_id_at_idx" on "notification" ("reader_id", "at", updated_at desc, id desc) where deleted_at is null;
