alter table "task" add column "appraisal_id" uuid;

alter table "improvement" add column "appraisal_id" uuid;

alter table "improvement" add column "figure" text;

alter table "improvement" add column "figure_length" text;

create table "appraisal_scheme" (
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
  "name" text,
  "role" text,
  "length" text,
  "active" boolean,
  "accuracy_weight" numeric,
  "accuracy_sixty" numeric,
  "accuracy_hundred" numeric,
  "completeness_weight" numeric,
  "completeness_sixty" numeric,
  "completeness_hundred" numeric,
  "timeliness_weight" numeric,
  "timeliness_sixty" numeric,
  "timeliness_hundred" numeric,
  "updates_weight" numeric,
  "updates_sixty" numeric,
  "updates_hundred" numeric,
  "age_weight" numeric,
  "age_sixty" numeric,
  "age_hundred" numeric,
  "manager_weight" numeric,
  "note" text
);

create table "appraisal" (
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
  "owner_id" uuid,
  "period" text,
  "length" text,
  "from" date,
  "until" date,
  "role" text,
  "unit_id" uuid,
  "state" text,
  "manager_id" uuid,
  "superior_id" uuid,
  "scheme_id" uuid,
  "counted_id" uuid,
  "marks" jsonb,
  "figures_score" numeric,
  "manager_weight" numeric,
  "manager_score" numeric,
  "manager_words" text,
  "shown_at" timestamptz,
  "answer" text,
  "answer_words" text,
  "answered_at" timestamptz,
  "decision" text,
  "decided_score" numeric,
  "decision_reason" text,
  "total" numeric,
  "closed_at" timestamptz
);

alter table "appraisal" enable row level security;

alter table "appraisal" force row level security;

create policy reading on "appraisal" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "appraisal" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "appraisal" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "task" add constraint "task_appraisal_id_fkey" foreign key ("appraisal_id") references "appraisal" (id);

alter table "improvement" add constraint "improvement_appraisal_id_fkey" foreign key ("appraisal_id") references "appraisal" (id);

alter table "appraisal" add constraint "appraisal_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "appraisal" add constraint "appraisal_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "appraisal" add constraint "appraisal_manager_id_fkey" foreign key ("manager_id") references "user" (id);

alter table "appraisal" add constraint "appraisal_superior_id_fkey" foreign key ("superior_id") references "user" (id);

alter table "appraisal" add constraint "appraisal_scheme_id_fkey" foreign key ("scheme_id") references "appraisal_scheme" (id);

alter table "appraisal" add constraint "appraisal_counted_id_fkey" foreign key ("counted_id") references "indicator_score" (id);

create index "task_appraisal_id_idx" on "task" ("appraisal_id", updated_at desc, id desc) where deleted_at is null;

create index "improvement_appraisal_id_idx" on "improvement" ("appraisal_id", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_scheme_updated_idx" on "appraisal_scheme" (updated_at desc, id desc) where deleted_at is null;

create index "appraisal_scheme_deleted_idx" on "appraisal_scheme" (deleted_with);

create index "appraisal_scheme_title_idx" on "appraisal_scheme" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "appraisal_updated_idx" on "appraisal" (updated_at desc, id desc) where deleted_at is null;

create index "appraisal_deleted_idx" on "appraisal" (deleted_with);

create index "appraisal_acl_idx" on "appraisal" using gin (acl_read);

create index "appraisal_grams_idx" on "appraisal" using gin (grams(search_text)) where deleted_at is null;

create index "appraisal_latin_idx" on "appraisal" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "appraisal_initials_idx" on "appraisal" (search_latin text_pattern_ops) where deleted_at is null;

create index "appraisal_import_idx" on "appraisal" (import_id, import_row);

create index "appraisal_title_idx" on "appraisal" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "appraisal_owner_id_idx" on "appraisal" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_period_idx" on "appraisal" ("period", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_state_idx" on "appraisal" ("state", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_manager_id_idx" on "appraisal" ("manager_id", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_superior_id_idx" on "appraisal" ("superior_id", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_scheme_id_idx" on "appraisal" ("scheme_id", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_counted_id_idx" on "appraisal" ("counted_id", updated_at desc, id desc) where deleted_at is null;

create index "appraisal_owner_id_period_idx" on "appraisal" ("owner_id", "period", updated_at desc, id desc) where deleted_at is null;
