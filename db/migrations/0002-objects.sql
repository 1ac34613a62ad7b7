create table "customer" (
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
  "archive_number" text,
  "name" text,
  "short_name" text,
  "type" text,
  "tier" text,
  "level" text,
  "stage" text,
  "status" text,
  "source" text,
  "industry" text,
  "size" text,
  "employees" numeric,
  "annual_revenue" bigint,
  "annual_revenue_currency" text,
  "deal_amount" bigint,
  "deal_amount_currency" text,
  "credit_code" text,
  "legal_representative" text,
  "phone" bytea,
  "fax" bytea,
  "email" bytea,
  "wechat" bytea,
  "website" text,
  "region" text,
  "street" bytea,
  "gender" text,
  "birthday" text,
  "id_number" bytea,
  "owner_id" uuid,
  "unit_id" uuid,
  "collaborators" uuid[],
  "parent_id" uuid,
  "tags" text[],
  "remarks" text,
  "secret_remarks" bytea,
  "last_followed_up" timestamptz,
  "next_follow_up" date,
  "purchase_count" numeric,
  "purchase_total" bigint,
  "purchase_total_currency" text,
  "last_purchase_at" date
);

alter table "customer" enable row level security;

alter table "customer" force row level security;

create policy reading on "customer" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "customer" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "customer" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "contact" (
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
  "customer_id" uuid not null,
  "name" text,
  "title" text,
  "department" text,
  "phone" bytea,
  "email" bytea,
  "wechat" bytea,
  "gender" text,
  "birthday" text,
  "primary" boolean,
  "decision_maker" boolean,
  "preferred_method" text,
  "remarks" text
);

alter table "contact" enable row level security;

alter table "contact" force row level security;

create policy reading on "contact" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "contact" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "contact" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "follow_up" (
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
  "contact_id" uuid,
  "method" text,
  "at" timestamptz,
  "content" text,
  "by_id" uuid,
  "next_step" text,
  "next_at" date,
  "files" uuid[]
);

alter table "follow_up" enable row level security;

alter table "follow_up" force row level security;

create policy reading on "follow_up" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "follow_up" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "follow_up" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "task" (
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
  "title" text,
  "customer_id" uuid,
  "assignee_id" uuid,
  "assigner_id" uuid,
  "unit_id" uuid,
  "state" text,
  "due_at" timestamptz,
  "remind_at" timestamptz,
  "details" text
);

alter table "task" enable row level security;

alter table "task" force row level security;

create policy reading on "task" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "task" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "task" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "purchase" (
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
  "date" date,
  "product_id" uuid,
  "summary" text,
  "quantity" numeric,
  "amount" bigint,
  "amount_currency" text,
  "remarks" text
);

alter table "purchase" enable row level security;

alter table "purchase" force row level security;

create policy reading on "purchase" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "purchase" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "purchase" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "product" (
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
  "name" text,
  "code" text,
  "type" text,
  "unit_of_measure" text,
  "price" bigint,
  "price_currency" text,
  "on_sale" boolean,
  "details" text
);

create table "need" (
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
  "title" text,
  "priority" text,
  "state" text,
  "wanted_by" date,
  "details" text
);

alter table "need" enable row level security;

alter table "need" force row level security;

create policy reading on "need" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "need" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "need" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "preference" (
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
  "topic" text,
  "content" text
);

alter table "preference" enable row level security;

alter table "preference" force row level security;

create policy reading on "preference" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "preference" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "preference" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "address" (
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
  "purpose" text,
  "region" text,
  "street" bytea,
  "postcode" text,
  "primary" boolean
);

alter table "address" enable row level security;

alter table "address" force row level security;

create policy reading on "address" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "address" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "address" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "attachment" (
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
  "title" text,
  "category" text,
  "files" uuid[],
  "remarks" text
);

alter table "attachment" enable row level security;

alter table "attachment" force row level security;

create policy reading on "attachment" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "attachment" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "attachment" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "comment" (
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
  "content" text,
  "mentions" uuid[]
);

alter table "comment" enable row level security;

alter table "comment" force row level security;

create policy reading on "comment" for select using (acl_read && nullif(current_setting('app.keys', true), '')::integer[]);

create policy creating on "comment" for insert with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create policy changing on "comment" for update using (acl_write && nullif(current_setting('app.keys', true), '')::integer[]);

create table "tag" (
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
  "name" text,
  "colour" text
);

create table "saved_view" (
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
  "object" text,
  "owner_id" uuid,
  "shared" boolean,
  "settings" jsonb
);

create table "unit" (
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
  "name" text,
  "parent_id" uuid,
  "manager_id" uuid
);

create table "user" (
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
  "name" text,
  "login" text,
  "role" text,
  "unit_id" uuid,
  "title" text,
  "phone" bytea,
  "email" bytea,
  "language" text,
  "active" boolean
);

create table "company" (
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
  "language" text,
  "time_zone" text,
  "currency" text,
  "area_code" text
);

alter table "contact" add constraint "contact_file_key" unique ("customer_id", id);

alter table "follow_up" add constraint "follow_up_file_key" unique ("customer_id", id);

alter table "purchase" add constraint "purchase_file_key" unique ("customer_id", id);

alter table "need" add constraint "need_file_key" unique ("customer_id", id);

alter table "preference" add constraint "preference_file_key" unique ("customer_id", id);

alter table "address" add constraint "address_file_key" unique ("customer_id", id);

alter table "attachment" add constraint "attachment_file_key" unique ("customer_id", id);

alter table "comment" add constraint "comment_file_key" unique ("customer_id", id);

alter table "customer" add constraint "customer_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "customer" add constraint "customer_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "customer" add constraint "customer_parent_id_fkey" foreign key ("parent_id") references "customer" (id);

alter table "contact" add constraint "contact_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "follow_up" add constraint "follow_up_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "follow_up" add constraint "follow_up_contact_id_fkey" foreign key ("customer_id", "contact_id") references "contact" ("customer_id", id);

alter table "follow_up" add constraint "follow_up_by_id_fkey" foreign key ("by_id") references "user" (id);

alter table "task" add constraint "task_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "task" add constraint "task_assignee_id_fkey" foreign key ("assignee_id") references "user" (id);

alter table "task" add constraint "task_assigner_id_fkey" foreign key ("assigner_id") references "user" (id);

alter table "task" add constraint "task_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

alter table "purchase" add constraint "purchase_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "purchase" add constraint "purchase_product_id_fkey" foreign key ("product_id") references "product" (id);

alter table "need" add constraint "need_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "preference" add constraint "preference_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "address" add constraint "address_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "attachment" add constraint "attachment_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "comment" add constraint "comment_customer_id_fkey" foreign key ("customer_id") references "customer" (id);

alter table "saved_view" add constraint "saved_view_owner_id_fkey" foreign key ("owner_id") references "user" (id);

alter table "unit" add constraint "unit_parent_id_fkey" foreign key ("parent_id") references "unit" (id);

alter table "unit" add constraint "unit_manager_id_fkey" foreign key ("manager_id") references "user" (id);

alter table "user" add constraint "user_unit_id_fkey" foreign key ("unit_id") references "unit" (id);

create index "customer_updated_idx" on "customer" (updated_at desc, id desc) where deleted_at is null;

create index "customer_deleted_idx" on "customer" (deleted_with);

create index "customer_acl_idx" on "customer" using gin (acl_read);

create index "customer_grams_idx" on "customer" using gin (grams(search_text)) where deleted_at is null;

create index "customer_latin_idx" on "customer" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "customer_initials_idx" on "customer" (search_latin text_pattern_ops) where deleted_at is null;

create index "customer_import_idx" on "customer" (import_id, import_row);

create index "customer_title_idx" on "customer" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "customer_archive_number_idx" on "customer" ("archive_number", updated_at desc, id desc) where deleted_at is null;

create index "customer_type_idx" on "customer" ("type", updated_at desc, id desc) where deleted_at is null;

create index "customer_tier_idx" on "customer" ("tier", updated_at desc, id desc) where deleted_at is null;

create index "customer_stage_idx" on "customer" ("stage", updated_at desc, id desc) where deleted_at is null;

create index "customer_credit_code_idx" on "customer" ("credit_code", updated_at desc, id desc) where deleted_at is null;

create index "customer_region_idx" on "customer" ("region", updated_at desc, id desc) where deleted_at is null;

create index "customer_owner_id_idx" on "customer" ("owner_id", updated_at desc, id desc) where deleted_at is null;

create index "customer_tags_idx" on "customer" using gin ("tags") where deleted_at is null;

create index "customer_last_followed_up_idx" on "customer" ("last_followed_up", updated_at desc, id desc) where deleted_at is null;

create index "customer_region_industry_idx" on "customer" ("region", "industry", updated_at desc, id desc) where deleted_at is null;

create index "contact_updated_idx" on "contact" (updated_at desc, id desc) where deleted_at is null;

create index "contact_deleted_idx" on "contact" (deleted_with);

create index "contact_acl_idx" on "contact" using gin (acl_read);

create index "contact_grams_idx" on "contact" using gin (grams(search_text)) where deleted_at is null;

create index "contact_latin_idx" on "contact" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "contact_initials_idx" on "contact" (search_latin text_pattern_ops) where deleted_at is null;

create index "contact_import_idx" on "contact" (import_id, import_row);

create index "contact_file_idx" on "contact" ("customer_id", "created_at" desc, id desc);

create index "contact_title_idx" on "contact" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "follow_up_updated_idx" on "follow_up" (updated_at desc, id desc) where deleted_at is null;

create index "follow_up_deleted_idx" on "follow_up" (deleted_with);

create index "follow_up_acl_idx" on "follow_up" using gin (acl_read);

create index "follow_up_import_idx" on "follow_up" (import_id, import_row);

create index "follow_up_file_idx" on "follow_up" ("customer_id", "at" desc, id desc);

create index "follow_up_by_id_idx" on "follow_up" ("by_id", updated_at desc, id desc) where deleted_at is null;

create index "task_updated_idx" on "task" (updated_at desc, id desc) where deleted_at is null;

create index "task_deleted_idx" on "task" (deleted_with);

create index "task_acl_idx" on "task" using gin (acl_read);

create index "task_grams_idx" on "task" using gin (grams(search_text)) where deleted_at is null;

create index "task_latin_idx" on "task" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "task_initials_idx" on "task" (search_latin text_pattern_ops) where deleted_at is null;

create index "task_import_idx" on "task" (import_id, import_row);

create index "task_title_idx" on "task" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "task_customer_id_idx" on "task" ("customer_id", updated_at desc, id desc) where deleted_at is null;

create index "task_assignee_id_idx" on "task" ("assignee_id", updated_at desc, id desc) where deleted_at is null;

create index "task_state_idx" on "task" ("state", updated_at desc, id desc) where deleted_at is null;

create index "task_due_at_idx" on "task" ("due_at", updated_at desc, id desc) where deleted_at is null;

create index "purchase_updated_idx" on "purchase" (updated_at desc, id desc) where deleted_at is null;

create index "purchase_deleted_idx" on "purchase" (deleted_with);

create index "purchase_acl_idx" on "purchase" using gin (acl_read);

create index "purchase_import_idx" on "purchase" (import_id, import_row);

create index "purchase_file_idx" on "purchase" ("customer_id", "date" desc, id desc);

create index "purchase_title_idx" on "purchase" ("summary" collate "zh-x-icu", id) where deleted_at is null;

create index "purchase_product_id_idx" on "purchase" ("product_id", updated_at desc, id desc) where deleted_at is null;

create index "product_updated_idx" on "product" (updated_at desc, id desc) where deleted_at is null;

create index "product_deleted_idx" on "product" (deleted_with);

create index "product_grams_idx" on "product" using gin (grams(search_text)) where deleted_at is null;

create index "product_latin_idx" on "product" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "product_initials_idx" on "product" (search_latin text_pattern_ops) where deleted_at is null;

create index "product_title_idx" on "product" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "need_updated_idx" on "need" (updated_at desc, id desc) where deleted_at is null;

create index "need_deleted_idx" on "need" (deleted_with);

create index "need_acl_idx" on "need" using gin (acl_read);

create index "need_import_idx" on "need" (import_id, import_row);

create index "need_file_idx" on "need" ("customer_id", "created_at" desc, id desc);

create index "need_title_idx" on "need" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "preference_updated_idx" on "preference" (updated_at desc, id desc) where deleted_at is null;

create index "preference_deleted_idx" on "preference" (deleted_with);

create index "preference_acl_idx" on "preference" using gin (acl_read);

create index "preference_import_idx" on "preference" (import_id, import_row);

create index "preference_file_idx" on "preference" ("customer_id", "created_at" desc, id desc);

create index "preference_title_idx" on "preference" ("content" collate "zh-x-icu", id) where deleted_at is null;

create index "address_updated_idx" on "address" (updated_at desc, id desc) where deleted_at is null;

create index "address_deleted_idx" on "address" (deleted_with);

create index "address_acl_idx" on "address" using gin (acl_read);

create index "address_import_idx" on "address" (import_id, import_row);

create index "address_file_idx" on "address" ("customer_id", "created_at" desc, id desc);

create index "attachment_updated_idx" on "attachment" (updated_at desc, id desc) where deleted_at is null;

create index "attachment_deleted_idx" on "attachment" (deleted_with);

create index "attachment_acl_idx" on "attachment" using gin (acl_read);

create index "attachment_import_idx" on "attachment" (import_id, import_row);

create index "attachment_file_idx" on "attachment" ("customer_id", "created_at" desc, id desc);

create index "attachment_title_idx" on "attachment" ("title" collate "zh-x-icu", id) where deleted_at is null;

create index "comment_updated_idx" on "comment" (updated_at desc, id desc) where deleted_at is null;

create index "comment_deleted_idx" on "comment" (deleted_with);

create index "comment_acl_idx" on "comment" using gin (acl_read);

create index "comment_import_idx" on "comment" (import_id, import_row);

create index "comment_file_idx" on "comment" ("customer_id", "created_at" desc, id desc);

create index "tag_updated_idx" on "tag" (updated_at desc, id desc) where deleted_at is null;

create index "tag_deleted_idx" on "tag" (deleted_with);

create index "tag_grams_idx" on "tag" using gin (grams(search_text)) where deleted_at is null;

create index "tag_latin_idx" on "tag" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "tag_initials_idx" on "tag" (search_latin text_pattern_ops) where deleted_at is null;

create index "tag_title_idx" on "tag" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "saved_view_updated_idx" on "saved_view" (updated_at desc, id desc) where deleted_at is null;

create index "saved_view_deleted_idx" on "saved_view" (deleted_with);

create index "saved_view_title_idx" on "saved_view" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "saved_view_object_idx" on "saved_view" ("object", updated_at desc, id desc) where deleted_at is null;

create index "unit_updated_idx" on "unit" (updated_at desc, id desc) where deleted_at is null;

create index "unit_deleted_idx" on "unit" (deleted_with);

create index "unit_grams_idx" on "unit" using gin (grams(search_text)) where deleted_at is null;

create index "unit_latin_idx" on "unit" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "unit_initials_idx" on "unit" (search_latin text_pattern_ops) where deleted_at is null;

create index "unit_title_idx" on "unit" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "unit_parent_id_idx" on "unit" ("parent_id", updated_at desc, id desc) where deleted_at is null;

create index "user_updated_idx" on "user" (updated_at desc, id desc) where deleted_at is null;

create index "user_deleted_idx" on "user" (deleted_with);

create index "user_grams_idx" on "user" using gin (grams(search_text)) where deleted_at is null;

create index "user_latin_idx" on "user" using gin (search_latin gin_trgm_ops) where deleted_at is null;

create index "user_initials_idx" on "user" (search_latin text_pattern_ops) where deleted_at is null;

create index "user_title_idx" on "user" ("name" collate "zh-x-icu", id) where deleted_at is null;

create index "user_login_idx" on "user" ("login", updated_at desc, id desc) where deleted_at is null;

create index "user_unit_id_idx" on "user" ("unit_id", updated_at desc, id desc) where deleted_at is null;

create index "company_updated_idx" on "company" (updated_at desc, id desc) where deleted_at is null;

create index "company_deleted_idx" on "company" (deleted_with);

create index "company_title_idx" on "company" ("name" collate "zh-x-icu", id) where deleted_at is null;
