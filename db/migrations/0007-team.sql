alter table "customer" add column "acl_work" integer[];

alter table "user" add column "clearance" text;

create table "purpose" (
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
  "code" text,
  "name_zh" text,
  "name_en" text,
  "basis" text,
  "notice" text,
  "active" boolean
);

create table "role" (
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
  "name_zh" text,
  "name_en" text,
  "description" text,
  "active" boolean,
  "clearance" text,
  "plain" text,
  "duties" text[],
  "purposes" uuid[],
  "grants" jsonb,
  "field_rights" jsonb
);

create table "role_assignment" (
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
  "user_id" uuid,
  "role_id" uuid,
  "from" timestamptz,
  "until" timestamptz,
  "grounds" text
);

create table "team_member" (
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
  "unit_id" uuid,
  "access" text,
  "from" timestamptz,
  "until" timestamptz,
  "grounds" text
);

alter table "team_member" enable row level security;

alter table "team_member" force row level security;

create policy reading on "team_member" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "team_member" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "team_member" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "delegation" (
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
  "absent_id" uuid,
  "deputy_id" uuid,
  "from" timestamptz,
  "until" timestamptz,
  "grounds" text
);

alter table "team_member" add constraint "team_member_file_key" unique ("customer_id", id);

alter table "role_assignment" add constraint "role_assignment_user_id_fkey" foreign key ("user_id") references "user" (id);

alter table "role_assignment" add constraint "role_assignment_role_id_fkey" foreign key ("role_id") references "role" (id);

alter table "team_member" add constraint "team_member_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "team_member" add constraint "team_member_user_id_fkey" foreign key ("user_id") references "user" (id);

alter table "team_member" add constraint "team_member_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "delegation" add constraint "delegation_absent_id_fkey" foreign key ("absent_id") references "user" (id);

alter table "delegation" add constraint "delegation_deputy_id_fkey" foreign key ("deputy_id") references "user" (id);

create index "purpose_updated_idx" on "purpose" (updated_at desc, id desc) where deleted_at is null;

create index "purpose_deleted_idx" on "purpose" (deleted_with);

create index "purpose_grams_idx" on "purpose" using gin (grams(search_text)) where deleted_at is null;

create index "purpose_latin_idx" on "purpose" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "purpose_initials_idx" on "purpose" (search_latin text_pattern_ops) where deleted_at is null;

create index "purpose_title_idx" on "purpose" ("name_zh" collate "zh-x-icu", id) where deleted_at is null;

create unique index "purpose_code_unique" on "purpose" (lower("code")) where deleted_at is null;

create index "role_updated_idx" on "role" (updated_at desc, id desc) where deleted_at is null;

create index "role_deleted_idx" on "role" (deleted_with);

create index "role_grams_idx" on "role" using gin (grams(search_text)) where deleted_at is null;

create index "role_latin_idx" on "role" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "role_initials_idx" on "role" (search_latin text_pattern_ops) where deleted_at is null;

create index "role_title_idx" on "role" ("name_zh" collate "zh-x-icu", id) where deleted_at is null;

create index "role_assignment_updated_idx" on "role_assignment" (updated_at desc, id desc) where deleted_at is null;

create index "role_assignment_deleted_idx" on "role_assignment" (deleted_with);

create index "role_assignment_title_idx" on "role_assignment" ("grounds" collate "zh-x-icu", id) where deleted_at is null;

create index "role_assignment_user_id_idx" on "role_assignment" ("user_id", updated_at desc, id desc) where deleted_at is null;

create index "team_member_updated_idx" on "team_member" (updated_at desc, id desc) where deleted_at is null;

create index "team_member_deleted_idx" on "team_member" (deleted_with);

create index "team_member_acl_idx" on "team_member" using gin (acl_read);

create index "team_member_import_idx" on "team_member" (import_id, import_row);

create index "team_member_file_idx" on "team_member" ("customer_id", "created_at" desc, id desc);

create index "team_member_title_idx" on "team_member" ("grounds" collate "zh-x-icu", id) where deleted_at is null;

create index "delegation_updated_idx" on "delegation" (updated_at desc, id desc) where deleted_at is null;

create index "delegation_deleted_idx" on "delegation" (deleted_with);

create index "delegation_title_idx" on "delegation" ("grounds" collate "zh-x-icu", id) where deleted_at is null;

create index "delegation_absent_id_idx" on "delegation" ("absent_id", updated_at desc, id desc) where deleted_at is null;

create index "delegation_deputy_id_idx" on "delegation" ("deputy_id", updated_at desc, id desc) where deleted_at is null;

-- The three officers look after the house and hold nothing else: an officer has no further role, whoever writes it.
create function officers_alone() returns trigger language plpgsql as $$
declare officers constant text[] := '{system_admin,security_officer,auditor}';
begin
  if tg_table_name = 'role_assignment' then
    if new.deleted_at is null and exists (select from "user" where id = new.user_id and role = any(officers)) then
      raise exception 'an officer holds no further role' using errcode = 'check_violation';
    end if;
  elsif new.role = any(officers) and exists (select from role_assignment where user_id = new.id and deleted_at is null) then
    raise exception 'an officer holds no further role' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger officers_alone before insert or update on role_assignment for each row execute function officers_alone();
create trigger officers_alone before update of role on "user" for each row execute function officers_alone();
