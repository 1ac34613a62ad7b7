create table "dashboard" (
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
  "owner_id" uuid,
  "shared" boolean,
  "charts" jsonb
);

alter table "dashboard" add constraint "dashboard_owner_id_fkey" foreign key ("owner_id") references "user" (id);

create index "dashboard_updated_idx" on "dashboard" (updated_at desc, id desc) where deleted_at is null;

create index "dashboard_deleted_idx" on "dashboard" (deleted_with);

create index "dashboard_title_idx" on "dashboard" ("name" collate "zh-x-icu", id) where deleted_at is null;
