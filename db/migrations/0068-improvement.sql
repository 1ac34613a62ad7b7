alter table "task" add column "improvement_id" uuid;

create table "suggestion" (
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
  "title" text,
  "text" text,
  "sender_id" uuid,
  "anonymous" boolean,
  "code_hash" text,
  "state" text,
  "handler_id" uuid,
  "reason" text,
  "reply" text,
  "decided_by_id" uuid,
  "decided_at" timestamptz
);

alter table "suggestion" enable row level security;

alter table "suggestion" force row level security;

create policy reading on "suggestion" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "suggestion" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "suggestion" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "improvement" (
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
  "title" text,
  "source" text,
  "problem" text,
  "stage" text,
  "round" numeric,
  "owner_id" uuid,
  "unit_id" uuid,
  "plan" text,
  "due_on" date,
  "done" text,
  "measure" text,
  "before" numeric,
  "target" numeric,
  "after" numeric,
  "checker_id" uuid,
  "check_on" date,
  "effective" text,
  "finding" text,
  "checked_at" timestamptz,
  "standard" text,
  "suggestion_id" uuid,
  "meeting_action_id" uuid,
  "review_finding_id" uuid
);

alter table "improvement" enable row level security;

alter table "improvement" force row level security;

create policy reading on "improvement" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "improvement" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "improvement" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "credit" (
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
  "search_text" text not null default '',
  "search_latin" text not null default '',
  "reason" text,
  "person_id" uuid,
  "day" date
);

alter table "task" add constraint "task_improvement_id_fkey" foreign key ("improvement_id") references "improvement" (id);

alter table "suggestion" add constraint "suggestion_sender_id_fkey" foreign key ("sender_id") references "user" (id);

alter table "suggestion" add constraint "suggestion_handler_id_fkey" foreign key ("handler_id") references "user" (id);

alter table "suggestion" add constraint "suggestion_decided_by_id_fkey" foreign key ("decided_by_id") references "user" (id);

alter table "improvement" add constraint "improvement_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "improvement" add constraint "improvement_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "improvement" add constraint "improvement_checker_id_fkey" foreign key ("checker_id") references "user" (id);

alter table "improvement" add constraint "improvement_suggestion_id_fkey" foreign key ("suggestion_id") references "suggestion" (id);

alter table "improvement" add constraint "improvement_meeting_action_id_fkey" foreign key ("meeting_action_id") references "meeting_action" (id);

alter table "improvement" add constraint "improvement_review_finding_id_fkey" foreign key ("review_finding_id") references "review_finding" (id);

alter table "credit" add constraint "credit_person_id_fkey" foreign key ("person_id") references "user" (id);

create index "task_improvement_id_idx" on "task" ("improvement_id", updated_at desc, id desc) where deleted_at is null;

create index "suggestion_updated_idx" on "suggestion" (updated_at desc, id desc) where deleted_at is null;

create index "suggestion_deleted_idx" on "suggestion" (deleted_with);

create index "suggestion_acl_idx" on "suggestion" using gin (acl_read);

create index "suggestion_grams_idx" on "suggestion" using gin (grams(search_text)) where deleted_at is null;

create index "suggestion_latin_idx" on "suggestion" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "suggestion_initials_idx" on "suggestion" (search_latin text_pattern_ops) where deleted_at is null;

create index "suggestion_import_idx" on "suggestion" (import_id, import_row);

create index "suggestion_title_idx" on "suggestion" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "suggestion_sender_id_idx" on "suggestion" ("sender_id", updated_at desc, id desc) where deleted_at is null;

create index "suggestion_code_hash_idx" on "suggestion" ("code_hash", updated_at desc, id desc) where deleted_at is null;

create index "suggestion_state_idx" on "suggestion" ("state", updated_at desc, id desc) where deleted_at is null;

create index "suggestion_handler_id_idx" on "suggestion" ("handler_id", updated_at desc, id desc) where deleted_at is null;

create index "improvement_updated_idx" on "improvement" (updated_at desc, id desc) where deleted_at is null;

create index "improvement_deleted_idx" on "improvement" (deleted_with);

create index "improvement_acl_idx" on "improvement" using gin (acl_read);

create index "improvement_grams_idx" on "improvement" using gin (grams(search_text)) where deleted_at is null;

create index "improvement_latin_idx" on "improvement" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "improvement_initials_idx" on "improvement" (search_latin text_pattern_ops) where deleted_at is null;

create index "improvement_import_idx" on "improvement" (import_id, import_row);

create index "improvement_title_idx" on "improvement" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "improvement_source_idx" on "improvement" ("source", updated_at desc, id desc) where deleted_at is null;

create index "improvement_stage_idx" on "improvement" ("stage", updated_at desc, id desc) where deleted_at is null;

create index "improvement_owner_id_idx" on "improvement" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "improvement_due_on_idx" on "improvement" ("due_on", updated_at desc, id desc) where deleted_at is null;

create index "improvement_checker_id_idx" on "improvement" ("checker_id", updated_at desc, id desc) where deleted_at is null;

create index "improvement_suggestion_id_idx" on "improvement" ("suggestion_id", updated_at desc, id desc) where deleted_at is null;

create index "improvement_meeting_action_id_idx" on "improvement" ("meeting_action_id", updated_at desc, id desc) where deleted_at is null;

create index "improvement_review_finding_id_idx" on "improvement" ("review_finding_id", updated_at desc, id desc) where deleted_at is null;

create index "credit_updated_idx" on "credit" (updated_at desc, id desc) where deleted_at is null;

create index "credit_deleted_idx" on "credit" (deleted_with);

create index "credit_grams_idx" on "credit" using gin (grams(search_text)) where deleted_at is null;

create index "credit_latin_idx" on "credit" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "credit_initials_idx" on "credit" (search_latin text_pattern_ops) where deleted_at is null;

create index "credit_title_idx" on "credit" ("reason" collate "zh-x-icu", id) where deleted_at is null;

create index "credit_person_id_idx" on "credit" ("person_id", updated_at desc, id desc) where deleted_at is null;

create index "credit_day_idx" on "credit" ("day", updated_at desc, id desc) where deleted_at is null;
