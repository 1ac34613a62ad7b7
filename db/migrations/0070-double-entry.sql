create table "second_entry" (
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
  "object" text,
  "record" text,
  "field" text,
  "entered_by_id" uuid,
  "entered_at" timestamptz,
  "way" text,
  "state" text,
  "assignee_id" uuid,
  "todo_id" uuid,
  "due_on" date,
  "keyed_by_id" uuid,
  "keyed_at" timestamptz,
  "request_id" uuid,
  "right" text,
  "settled_by_id" uuid,
  "settled_at" timestamptz
);

alter table "second_entry" enable row level security;

alter table "second_entry" force row level security;

create policy reading on "second_entry" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "second_entry" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "second_entry" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "approval_rule" add column "again" boolean;

alter table "approval_rule" add column "share" numeric;

alter table "approval_rule" add column "ways" text[];

alter table "approval_rule" add column "resolver" text;

alter table "second_entry" add constraint "second_entry_file_key" unique ("customer_id", id);

alter table "second_entry" add constraint "second_entry_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "second_entry" add constraint "second_entry_entered_by_id_fkey" foreign key ("entered_by_id") references "user" (id);

alter table "second_entry" add constraint "second_entry_assignee_id_fkey" foreign key ("assignee_id") references "user" (id);

alter table "second_entry" add constraint "second_entry_todo_id_fkey" foreign key ("todo_id") references "task" (id);

alter table "second_entry" add constraint "second_entry_keyed_by_id_fkey" foreign key ("keyed_by_id") references "user" (id);

alter table "second_entry" add constraint "second_entry_request_id_fkey" foreign key ("request_id") references "change_request" (id);

alter table "second_entry" add constraint "second_entry_settled_by_id_fkey" foreign key ("settled_by_id") references "user" (id);

create index "second_entry_updated_idx" on "second_entry" (updated_at desc, id desc) where deleted_at is null;

create index "second_entry_deleted_idx" on "second_entry" (deleted_with);

create index "second_entry_acl_idx" on "second_entry" using gin (acl_read);

create index "second_entry_import_idx" on "second_entry" (import_id, import_row);

create index "second_entry_file_idx" on "second_entry" ("customer_id", "created_at" desc, id desc);

create index "second_entry_title_idx" on "second_entry" ("field" collate "zh-x-icu", id) where deleted_at is null;

create index "second_entry_record_idx" on "second_entry" ("record", updated_at desc, id desc) where deleted_at is null;

create index "second_entry_todo_id_idx" on "second_entry" ("todo_id", updated_at desc, id desc) where deleted_at is null;

create index "second_entry_request_id_idx" on "second_entry" ("request_id", updated_at desc, id desc) where deleted_at is null;

create index "second_entry_assignee_id_state_idx" on "second_entry" ("assignee_id", "state", updated_at desc, id desc) where deleted_at is null;

create index "second_entry_entered_by_id_keyed_at_idx" on "second_entry" ("entered_by_id", "keyed_at", updated_at desc, id desc) where deleted_at is null;
