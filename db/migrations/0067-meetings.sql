alter table "task" add column "meeting_action_id" uuid;

alter table "task" add column "work_report_id" uuid;

alter table "task" add column "done_at" timestamptz;

create table "regular_meeting" (
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
  "time" text,
  "place" text,
  "chair_id" uuid,
  "recorder_id" uuid,
  "participants" uuid[],
  "unit_id" uuid,
  "agenda" text,
  "active" boolean,
  "next_on" date
);

alter table "regular_meeting" enable row level security;

alter table "regular_meeting" force row level security;

create policy reading on "regular_meeting" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "regular_meeting" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "regular_meeting" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "meeting" (
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
  "series_id" uuid,
  "starts_at" timestamptz,
  "place" text,
  "state" text,
  "chair_id" uuid,
  "recorder_id" uuid,
  "participants" uuid[],
  "absent" uuid[],
  "unit_id" uuid,
  "summary" text,
  "closed_at" timestamptz,
  "closed_by_id" uuid
);

alter table "meeting" enable row level security;

alter table "meeting" force row level security;

create policy reading on "meeting" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "meeting" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "meeting" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "agenda_item" (
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
  "meeting_id" uuid not null,
  "title" text,
  "details" text,
  "proposer_id" uuid,
  "position" numeric,
  "minutes" text,
  "decision" text,
  "state" text,
  "correction" boolean,
  "sealed" boolean
);

alter table "agenda_item" enable row level security;

alter table "agenda_item" force row level security;

create policy reading on "agenda_item" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "agenda_item" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "agenda_item" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "meeting_action" (
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
  "meeting_id" uuid not null,
  "item_id" uuid,
  "title" text,
  "assignee_id" uuid,
  "due_on" date,
  "state" text,
  "series_id" uuid,
  "sealed" boolean
);

alter table "meeting_action" enable row level security;

alter table "meeting_action" force row level security;

create policy reading on "meeting_action" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "meeting_action" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "meeting_action" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "work_report" (
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
  "author_id" uuid,
  "unit_id" uuid,
  "week" date,
  "state" text,
  "done" text,
  "problems" text,
  "plans" text,
  "superior_id" uuid,
  "submitted_at" timestamptz,
  "answer" text,
  "answered_by_id" uuid,
  "answered_at" timestamptz
);

alter table "work_report" enable row level security;

alter table "work_report" force row level security;

create policy reading on "work_report" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "work_report" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "work_report" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "agenda_item" add constraint "agenda_item_file_key" unique ("meeting_id", id);

alter table "meeting_action" add constraint "meeting_action_file_key" unique ("meeting_id", id);

alter table "task" add constraint "task_meeting_action_id_fkey" foreign key ("meeting_action_id") references "meeting_action" (id);

alter table "task" add constraint "task_work_report_id_fkey" foreign key ("work_report_id") references "work_report" (id);

alter table "regular_meeting" add constraint "regular_meeting_chair_id_fkey" foreign key ("chair_id") references "user" (id);

alter table "regular_meeting" add constraint "regular_meeting_recorder_id_fkey" foreign key ("recorder_id") references "user" (id);

alter table "regular_meeting" add constraint "regular_meeting_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "meeting" add constraint "meeting_series_id_fkey" foreign key ("series_id") references "regular_meeting" (id);

alter table "meeting" add constraint "meeting_chair_id_fkey" foreign key ("chair_id") references "user" (id);

alter table "meeting" add constraint "meeting_recorder_id_fkey" foreign key ("recorder_id") references "user" (id);

alter table "meeting" add constraint "meeting_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "meeting" add constraint "meeting_closed_by_id_fkey" foreign key ("closed_by_id") references "user" (id);

alter table "agenda_item" add constraint "agenda_item_meeting_id_fkey" foreign key ("meeting_id") references "meeting" (id);

alter table "agenda_item" add constraint "agenda_item_proposer_id_fkey" foreign key ("proposer_id") references "user" (id);

alter table "meeting_action" add constraint "meeting_action_meeting_id_fkey" foreign key ("meeting_id") references "meeting" (id);

alter table "meeting_action" add constraint "meeting_action_item_id_fkey" foreign key ("meeting_id", "item_id") references "agenda_item" ("meeting_id", id);

alter table "meeting_action" add constraint "meeting_action_assignee_id_fkey" foreign key ("assignee_id") references "user" (id);

alter table "meeting_action" add constraint "meeting_action_series_id_fkey" foreign key ("series_id") references "regular_meeting" (id);

alter table "work_report" add constraint "work_report_author_id_fkey" foreign key ("author_id") references "user" (id);

alter table "work_report" add constraint "work_report_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "work_report" add constraint "work_report_superior_id_fkey" foreign key ("superior_id") references "user" (id);

alter table "work_report" add constraint "work_report_answered_by_id_fkey" foreign key ("answered_by_id") references "user" (id);

create index "task_meeting_action_id_idx" on "task" ("meeting_action_id", updated_at desc, id desc) where deleted_at is null;

create index "task_work_report_id_idx" on "task" ("work_report_id", updated_at desc, id desc) where deleted_at is null;

create index "regular_meeting_updated_idx" on "regular_meeting" (updated_at desc, id desc) where deleted_at is null;

create index "regular_meeting_deleted_idx" on "regular_meeting" (deleted_with);

create index "regular_meeting_acl_idx" on "regular_meeting" using gin (acl_read);

create index "regular_meeting_grams_idx" on "regular_meeting" using gin (grams(search_text)) where deleted_at is null;

create index "regular_meeting_latin_idx" on "regular_meeting" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "regular_meeting_initials_idx" on "regular_meeting" (search_latin text_pattern_ops) where deleted_at is null;

create index "regular_meeting_import_idx" on "regular_meeting" (import_id, import_row);

create index "regular_meeting_title_idx" on "regular_meeting" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "regular_meeting_chair_id_idx" on "regular_meeting" ("chair_id", updated_at desc, id desc) where deleted_at is null;

create index "regular_meeting_next_on_idx" on "regular_meeting" ("next_on", updated_at desc, id desc) where deleted_at is null;

create index "meeting_updated_idx" on "meeting" (updated_at desc, id desc) where deleted_at is null;

create index "meeting_deleted_idx" on "meeting" (deleted_with);

create index "meeting_acl_idx" on "meeting" using gin (acl_read);

create index "meeting_grams_idx" on "meeting" using gin (grams(search_text)) where deleted_at is null;

create index "meeting_latin_idx" on "meeting" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "meeting_initials_idx" on "meeting" (search_latin text_pattern_ops) where deleted_at is null;

create index "meeting_import_idx" on "meeting" (import_id, import_row);

create index "meeting_title_idx" on "meeting" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "meeting_series_id_idx" on "meeting" ("series_id", updated_at desc, id desc) where deleted_at is null;

create index "meeting_starts_at_idx" on "meeting" ("starts_at", updated_at desc, id desc) where deleted_at is null;

create index "meeting_state_idx" on "meeting" ("state", updated_at desc, id desc) where deleted_at is null;

create index "meeting_chair_id_idx" on "meeting" ("chair_id", updated_at desc, id desc) where deleted_at is null;

create index "meeting_series_id_starts_at_idx" on "meeting" ("series_id", "starts_at", updated_at desc, id desc) where deleted_at is null;

create index "agenda_item_updated_idx" on "agenda_item" (updated_at desc, id desc) where deleted_at is null;

create index "agenda_item_deleted_idx" on "agenda_item" (deleted_with);

create index "agenda_item_acl_idx" on "agenda_item" using gin (acl_read);

create index "agenda_item_import_idx" on "agenda_item" (import_id, import_row);

create index "agenda_item_file_idx" on "agenda_item" ("meeting_id", "created_at" desc, id desc);

create index "agenda_item_title_idx" on "agenda_item" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "meeting_action_updated_idx" on "meeting_action" (updated_at desc, id desc) where deleted_at is null;

create index "meeting_action_deleted_idx" on "meeting_action" (deleted_with);

create index "meeting_action_acl_idx" on "meeting_action" using gin (acl_read);

create index "meeting_action_import_idx" on "meeting_action" (import_id, import_row);

create index "meeting_action_file_idx" on "meeting_action" ("meeting_id", "created_at" desc, id desc);

create index "meeting_action_title_idx" on "meeting_action" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "meeting_action_item_id_idx" on "meeting_action" ("item_id", updated_at desc, id desc) where deleted_at is null;

create index "meeting_action_series_id_state_idx" on "meeting_action" ("series_id", "state", updated_at desc, id desc) where deleted_at is null;

create index "work_report_updated_idx" on "work_report" (updated_at desc, id desc) where deleted_at is null;

create index "work_report_deleted_idx" on "work_report" (deleted_with);

create index "work_report_acl_idx" on "work_report" using gin (acl_read);

create index "work_report_import_idx" on "work_report" (import_id, import_row);

create index "work_report_title_idx" on "work_report" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "work_report_author_id_idx" on "work_report" ("author_id", updated_at desc, id desc) where deleted_at is null;

create index "work_report_week_idx" on "work_report" ("week", updated_at desc, id desc) where deleted_at is null;

create index "work_report_state_idx" on "work_report" ("state", updated_at desc, id desc) where deleted_at is null;

create index "work_report_superior_id_idx" on "work_report" ("superior_id", updated_at desc, id desc) where deleted_at is null;

create index "work_report_author_id_week_idx" on "work_report" ("author_id", "week", updated_at desc, id desc) where deleted_at is null;
