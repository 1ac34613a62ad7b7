create table "review_plan" (
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
  "row_proof" bytea,
  "name" text,
  "rhythm" text,
  "start_on" date,
  "next_on" date,
  "working_days" numeric,
  "active" boolean,
  "filter" jsonb,
  "sample" text,
  "sample_size" numeric,
  "reviewers" uuid[],
  "owner_id" uuid,
  "unit_id" uuid,
  "details" text
);

alter table "review_plan" enable row level security;

alter table "review_plan" force row level security;

create policy reading on "review_plan" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "review_plan" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "review_plan" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "review_round" (
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
  "row_proof" bytea,
  "name" text,
  "plan_id" uuid,
  "owner_id" uuid,
  "unit_id" uuid,
  "state" text,
  "opened_on" date,
  "due_on" date,
  "seed" text,
  "closed_at" timestamptz,
  "closed_by_id" uuid,
  "report" jsonb,
  "report_hash" text
);

alter table "review_round" enable row level security;

alter table "review_round" force row level security;

create policy reading on "review_round" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "review_round" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "review_round" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "review_item" (
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
  "name" text,
  "customer_id" uuid not null,
  "round_id" uuid,
  "todo_id" uuid,
  "assignee_id" uuid,
  "state" text,
  "result" text,
  "done_at" timestamptz,
  "done_by_id" uuid,
  "seen_version" numeric,
  "note" text,
  "access" text,
  "from" timestamptz,
  "until" timestamptz
);

alter table "review_item" enable row level security;

alter table "review_item" force row level security;

create policy reading on "review_item" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "review_item" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "review_item" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "review_finding" (
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
  "item_id" uuid,
  "round_id" uuid,
  "reviewer_id" uuid,
  "field" text,
  "kind" text,
  "note" text,
  "twin_id" uuid,
  "request_id" uuid,
  "state" text
);

alter table "review_finding" enable row level security;

alter table "review_finding" force row level security;

create policy reading on "review_finding" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "review_finding" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "review_finding" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "review_item" add constraint "review_item_file_key" unique ("customer_id", id);

alter table "review_finding" add constraint "review_finding_file_key" unique ("customer_id", id);

alter table "review_plan" add constraint "review_plan_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "review_plan" add constraint "review_plan_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "review_round" add constraint "review_round_plan_id_fkey" foreign key ("plan_id") references "review_plan" (id);

alter table "review_round" add constraint "review_round_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "review_round" add constraint "review_round_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "review_round" add constraint "review_round_closed_by_id_fkey" foreign key ("closed_by_id") references "user" (id);

alter table "review_item" add constraint "review_item_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "review_item" add constraint "review_item_round_id_fkey" foreign key ("round_id") references "review_round" (id);

alter table "review_item" add constraint "review_item_todo_id_fkey" foreign key ("todo_id") references "task" (id);

alter table "review_item" add constraint "review_item_assignee_id_fkey" foreign key ("assignee_id") references "user" (id);

alter table "review_item" add constraint "review_item_done_by_id_fkey" foreign key ("done_by_id") references "user" (id);

alter table "review_finding" add constraint "review_finding_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "review_finding" add constraint "review_finding_item_id_fkey" foreign key ("customer_id", "item_id") references "review_item" ("customer_id", id);

alter table "review_finding" add constraint "review_finding_round_id_fkey" foreign key ("round_id") references "review_round" (id);

alter table "review_finding" add constraint "review_finding_reviewer_id_fkey" foreign key ("reviewer_id") references "user" (id);

alter table "review_finding" add constraint "review_finding_twin_id_fkey" foreign key ("twin_id") references "customer" (id);

alter table "review_finding" add constraint "review_finding_request_id_fkey" foreign key ("request_id") references "change_request" (id);

create index "review_plan_updated_idx" on "review_plan" (updated_at desc, id desc) where deleted_at is null;

create index "review_plan_deleted_idx" on "review_plan" (deleted_with);

create index "review_plan_acl_idx" on "review_plan" using gin (acl_read);

create index "review_plan_grams_idx" on "review_plan" using gin (grams(search_text)) where deleted_at is null;

create index "review_plan_latin_idx" on "review_plan" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "review_plan_initials_idx" on "review_plan" (search_latin text_pattern_ops) where deleted_at is null;

create index "review_plan_import_idx" on "review_plan" (import_id, import_row);

create index "review_plan_title_idx" on "review_plan" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "review_plan_next_on_idx" on "review_plan" ("next_on", updated_at desc, id desc) where deleted_at is null;

create index "review_plan_owner_id_idx" on "review_plan" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "review_round_updated_idx" on "review_round" (updated_at desc, id desc) where deleted_at is null;

create index "review_round_deleted_idx" on "review_round" (deleted_with);

create index "review_round_acl_idx" on "review_round" using gin (acl_read);

create index "review_round_grams_idx" on "review_round" using gin (grams(search_text)) where deleted_at is null;

create index "review_round_latin_idx" on "review_round" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "review_round_initials_idx" on "review_round" (search_latin text_pattern_ops) where deleted_at is null;

create index "review_round_import_idx" on "review_round" (import_id, import_row);

create index "review_round_title_idx" on "review_round" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "review_round_plan_id_idx" on "review_round" ("plan_id", updated_at desc, id desc) where deleted_at is null;

create index "review_round_owner_id_idx" on "review_round" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "review_round_state_idx" on "review_round" ("state", updated_at desc, id desc) where deleted_at is null;

create index "review_item_updated_idx" on "review_item" (updated_at desc, id desc) where deleted_at is null;

create index "review_item_deleted_idx" on "review_item" (deleted_with);

create index "review_item_acl_idx" on "review_item" using gin (acl_read);

create index "review_item_import_idx" on "review_item" (import_id, import_row);

create index "review_item_file_idx" on "review_item" ("customer_id", "created_at" desc, id desc);

create index "review_item_title_idx" on "review_item" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "review_item_round_id_idx" on "review_item" ("round_id", updated_at desc, id desc) where deleted_at is null;

create index "review_item_todo_id_idx" on "review_item" ("todo_id", updated_at desc, id desc) where deleted_at is null;

create index "review_item_assignee_id_state_idx" on "review_item" ("assignee_id", "state", updated_at desc, id desc) where deleted_at is null;

create index "review_item_round_id_state_idx" on "review_item" ("round_id", "state", updated_at desc, id desc) where deleted_at is null;

create index "review_finding_updated_idx" on "review_finding" (updated_at desc, id desc) where deleted_at is null;

create index "review_finding_deleted_idx" on "review_finding" (deleted_with);

create index "review_finding_acl_idx" on "review_finding" using gin (acl_read);

create index "review_finding_import_idx" on "review_finding" (import_id, import_row);

create index "review_finding_file_idx" on "review_finding" ("customer_id", "created_at" desc, id desc);

create index "review_finding_title_idx" on "review_finding" ("field" collate "zh-x-icu", id) where deleted_at is null;

create index "review_finding_item_id_idx" on "review_finding" ("item_id", updated_at desc, id desc) where deleted_at is null;

create index "review_finding_round_id_idx" on "review_finding" ("round_id", updated_at desc, id desc) where deleted_at is null;

create index "review_finding_request_id_idx" on "review_finding" ("request_id", updated_at desc, id desc) where deleted_at is null;
