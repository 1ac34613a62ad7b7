create table "service_standard" (
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
  "tier" text,
  "contact_days" numeric,
  "response_hours" numeric,
  "offers" text
);

create index "service_standard_updated_idx" on "service_standard" (updated_at desc, id desc) where deleted_at is null;

create index "service_standard_deleted_idx" on "service_standard" (deleted_with);

create index "service_standard_title_idx" on "service_standard" ("tier" collate "zh-x-icu", id) where deleted_at is null;

create unique index "service_standard_tier_unique" on "service_standard" (lower("tier")) where deleted_at is null;
