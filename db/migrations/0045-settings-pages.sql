alter table "company" add column "work_week" text[];

alter table "company" add column "logo" uuid[];

alter table "company" add column "accent" text;

alter table "company" add column "sign_in_text" text;

create table "holiday" (
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
  "row_proof" bytea,
  "name" text,
  "works" text,
  "from" date,
  "until" date
);

create index "holiday_updated_idx" on "holiday" (updated_at desc, id desc) where deleted_at is null;

create index "holiday_deleted_idx" on "holiday" (deleted_with);

create index "holiday_grams_idx" on "holiday" using gin (grams(search_text)) where deleted_at is null;

create index "holiday_latin_idx" on "holiday" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "holiday_initials_idx" on "holiday" (search_latin text_pattern_ops) where deleted_at is null;

create index "holiday_title_idx" on "holiday" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "holiday_from_idx" on "holiday" ("from", updated_at desc, id desc) where deleted_at is null;
