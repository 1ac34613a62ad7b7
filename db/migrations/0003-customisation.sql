create table "custom_object" (
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
  "label_zh" text,
  "label_en" text,
  "icon" text,
  "custody" text
);

create table "custom_field" (
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
  "object" text,
  "name" text,
  "kind" text,
  "label_zh" text,
  "label_en" text,
  "help_zh" text,
  "help_en" text,
  "level" text,
  "sealed" boolean,
  "searchable" boolean,
  "hidden" boolean,
  "position" numeric,
  "settings" jsonb
);

create table "value_list_item" (
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
  "object" text,
  "field" text,
  "value" text,
  "label_zh" text,
  "label_en" text,
  "colour" text,
  "hidden" boolean,
  "position" numeric
);

create table "field_rule" (
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
  "object" text,
  "field" text,
  "rule" text,
  "when" jsonb,
  "parts" jsonb
);

create index "custom_object_updated_idx" on "custom_object" (updated_at desc, id desc) where deleted_at is null;

create index "custom_object_deleted_idx" on "custom_object" (deleted_with);

create index "custom_object_title_idx" on "custom_object" ("label_zh" collate "zh-x-icu", id) where deleted_at is null;

create index "custom_field_updated_idx" on "custom_field" (updated_at desc, id desc) where deleted_at is null;

create index "custom_field_deleted_idx" on "custom_field" (deleted_with);

create index "custom_field_title_idx" on "custom_field" ("label_zh" collate "zh-x-icu", id) where deleted_at is null;

create index "value_list_item_updated_idx" on "value_list_item" (updated_at desc, id desc) where deleted_at is null;

create index "value_list_item_deleted_idx" on "value_list_item" (deleted_with);

create index "value_list_item_title_idx" on "value_list_item" ("label_zh" collate "zh-x-icu", id) where deleted_at is null;

create index "field_rule_updated_idx" on "field_rule" (updated_at desc, id desc) where deleted_at is null;

create index "field_rule_deleted_idx" on "field_rule" (deleted_with);

create index "field_rule_title_idx" on "field_rule" ("field" collate "zh-x-icu", id) where deleted_at is null;
