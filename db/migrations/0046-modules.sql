create table "module_switch" (
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
  "row_proof" bytea,
  "module" text,
  "active" boolean,
  "label_zh" text,
  "label_en" text
);

create index "module_switch_updated_idx" on "module_switch" (updated_at desc, id desc) where deleted_at is null;

create index "module_switch_deleted_idx" on "module_switch" (deleted_with);

create index "module_switch_title_idx" on "module_switch" ("label_en" collate "zh-x-icu", id) where deleted_at is null;
