alter table "publication" add column "governs" text;

alter table "publication" add column "act" text;

alter table "publication" add column "stages" text[];

alter table "publication" add column "starts" text;

alter table "publication" add column "steps" jsonb;

alter table "edition" add column "governs" text;

alter table "edition" add column "act" text;

alter table "edition" add column "stages" text[];

alter table "edition" add column "starts" text;

alter table "edition" add column "steps" jsonb;

create table "procedure_case" (
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
  "name" text,
  "edition_id" uuid,
  "state" text,
  "started_at" timestamptz,
  "started_by_id" uuid,
  "ended_at" timestamptz
);

alter table "procedure_case" enable row level security;

alter table "procedure_case" force row level security;

create policy reading on "procedure_case" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "procedure_case" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "procedure_case" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "case_step" (
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
  "run_id" uuid,
  "position" numeric,
  "name" text,
  "what" text,
  "role" text,
  "days" numeric,
  "must" boolean,
  "needed" text[],
  "verified" text[],
  "state" text,
  "owner_id" uuid,
  "todo_id" uuid,
  "opened_at" timestamptz,
  "due_at" timestamptz,
  "ended_at" timestamptz,
  "ended_by_id" uuid,
  "reason" text
);

alter table "case_step" enable row level security;

alter table "case_step" force row level security;

create policy reading on "case_step" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "case_step" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "case_step" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "procedure_case" add constraint "procedure_case_file_key" unique ("customer_id", id);

alter table "case_step" add constraint "case_step_file_key" unique ("customer_id", id);

alter table "procedure_case" add constraint "procedure_case_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "procedure_case" add constraint "procedure_case_edition_id_fkey" foreign key ("edition_id") references "edition" (id);

alter table "procedure_case" add constraint "procedure_case_started_by_id_fkey" foreign key ("started_by_id") references "user" (id);

alter table "case_step" add constraint "case_step_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "case_step" add constraint "case_step_run_id_fkey" foreign key ("customer_id", "run_id") references "procedure_case" ("customer_id", id);

alter table "case_step" add constraint "case_step_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "case_step" add constraint "case_step_todo_id_fkey" foreign key ("todo_id") references "task" (id);

alter table "case_step" add constraint "case_step_ended_by_id_fkey" foreign key ("ended_by_id") references "user" (id);

create index "publication_governs_idx" on "publication" ("governs", updated_at desc, id desc) where deleted_at is null;

create index "edition_governs_idx" on "edition" ("governs", updated_at desc, id desc) where deleted_at is null;

create index "procedure_case_updated_idx" on "procedure_case" (updated_at desc, id desc) where deleted_at is null;

create index "procedure_case_deleted_idx" on "procedure_case" (deleted_with);

create index "procedure_case_acl_idx" on "procedure_case" using gin (acl_read);

create index "procedure_case_import_idx" on "procedure_case" (import_id, import_row);

create index "procedure_case_file_idx" on "procedure_case" ("customer_id", "created_at" desc, id desc);

create index "procedure_case_title_idx" on "procedure_case" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "procedure_case_edition_id_idx" on "procedure_case" ("edition_id", updated_at desc, id desc) where deleted_at is null;

create index "procedure_case_state_idx" on "procedure_case" ("state", updated_at desc, id desc) where deleted_at is null;

create index "case_step_updated_idx" on "case_step" (updated_at desc, id desc) where deleted_at is null;

create index "case_step_deleted_idx" on "case_step" (deleted_with);

create index "case_step_acl_idx" on "case_step" using gin (acl_read);

create index "case_step_import_idx" on "case_step" (import_id, import_row);

create index "case_step_file_idx" on "case_step" ("customer_id", "created_at" desc, id desc);

create index "case_step_title_idx" on "case_step" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "case_step_run_id_idx" on "case_step" ("run_id", updated_at desc, id desc) where deleted_at is null;

create index "case_step_todo_id_idx" on "case_step" ("todo_id", updated_at desc, id desc) where deleted_at is null;

create index "case_step_state_due_at_idx" on "case_step" ("state", "due_at", updated_at desc, id desc) where deleted_at is null;
