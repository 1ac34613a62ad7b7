create table "publication" (
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
  "kind" text,
  "title" text,
  "body" text,
  "penalty" text,
  "roles" text[],
  "own_roles" uuid[],
  "units" uuid[],
  "must_read" boolean,
  "pinned" boolean,
  "from" date,
  "until" date,
  "state" text,
  "edition" numeric,
  "ask_again" boolean,
  "owner_id" uuid,
  "unit_id" uuid
);

alter table "publication" enable row level security;

alter table "publication" force row level security;

create policy reading on "publication" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "publication" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "publication" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create table "edition" (
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
  "kind" text,
  "title" text,
  "body" text,
  "penalty" text,
  "roles" text[],
  "own_roles" uuid[],
  "units" uuid[],
  "must_read" boolean,
  "pinned" boolean,
  "from" date,
  "until" date,
  "publication_id" uuid,
  "number" numeric,
  "state" text,
  "everyone" boolean,
  "receipts_from" numeric,
  "published_at" timestamptz,
  "published_by_id" uuid
);

create table "read_receipt" (
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
  "title" text,
  "publication_id" uuid,
  "edition_id" uuid,
  "number" numeric,
  "reader_id" uuid,
  "read_at" timestamptz
);

alter table "read_receipt" enable row level security;

alter table "read_receipt" force row level security;

create policy reading on "read_receipt" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy creating on "read_receipt" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

create policy changing on "read_receipt" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);

alter table "publication" add constraint "publication_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "publication" add constraint "publication_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "edition" add constraint "edition_publication_id_fkey" foreign key ("publication_id") references "publication" (id);

alter table "edition" add constraint "edition_published_by_id_fkey" foreign key ("published_by_id") references "user" (id);

alter table "read_receipt" add constraint "read_receipt_publication_id_fkey" foreign key ("publication_id") references "publication" (id);

alter table "read_receipt" add constraint "read_receipt_edition_id_fkey" foreign key ("edition_id") references "edition" (id);

alter table "read_receipt" add constraint "read_receipt_reader_id_fkey" foreign key ("reader_id") references "user" (id);

create index "publication_updated_idx" on "publication" (updated_at desc, id desc) where deleted_at is null;

create index "publication_deleted_idx" on "publication" (deleted_with);

create index "publication_acl_idx" on "publication" using gin (acl_read);

create index "publication_grams_idx" on "publication" using gin (grams(search_text)) where deleted_at is null;

create index "publication_latin_idx" on "publication" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "publication_initials_idx" on "publication" (search_latin text_pattern_ops) where deleted_at is null;

create index "publication_import_idx" on "publication" (import_id, import_row);

create index "publication_title_idx" on "publication" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "publication_kind_idx" on "publication" ("kind", updated_at desc, id desc) where deleted_at is null;

create index "publication_state_idx" on "publication" ("state", updated_at desc, id desc) where deleted_at is null;

create index "publication_owner_id_idx" on "publication" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "edition_updated_idx" on "edition" (updated_at desc, id desc) where deleted_at is null;

create index "edition_deleted_idx" on "edition" (deleted_with);

create index "edition_grams_idx" on "edition" using gin (grams(search_text)) where deleted_at is null;

create index "edition_latin_idx" on "edition" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "edition_initials_idx" on "edition" (search_latin text_pattern_ops) where deleted_at is null;

create index "edition_title_idx" on "edition" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "edition_kind_idx" on "edition" ("kind", updated_at desc, id desc) where deleted_at is null;

create index "edition_publication_id_idx" on "edition" ("publication_id", updated_at desc, id desc) where deleted_at is null;

create index "edition_state_idx" on "edition" ("state", updated_at desc, id desc) where deleted_at is null;

create index "edition_published_at_idx" on "edition" ("published_at", updated_at desc, id desc) where deleted_at is null;

create index "read_receipt_updated_idx" on "read_receipt" (updated_at desc, id desc) where deleted_at is null;

create index "read_receipt_deleted_idx" on "read_receipt" (deleted_with);

create index "read_receipt_acl_idx" on "read_receipt" using gin (acl_read);

create index "read_receipt_import_idx" on "read_receipt" (import_id, import_row);

create index "read_receipt_title_idx" on "read_receipt" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "read_receipt_publication_id_idx" on "read_receipt" ("publication_id", updated_at desc, id desc) where deleted_at is null;

create index "read_receipt_reader_id_idx" on "read_receipt" ("reader_id", updated_at desc, id desc) where deleted_at is null;
