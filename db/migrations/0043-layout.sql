create table "layout" (
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
  "object" text,
  "sections" jsonb
);

create index "layout_updated_idx" on "layout" (updated_at desc, id desc) where deleted_at is null;

create index "layout_deleted_idx" on "layout" (deleted_with);

create index "layout_title_idx" on "layout" ("object" collate "zh-x-icu", id) where deleted_at is null;
