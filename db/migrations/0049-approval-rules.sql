create table "approval_rule" (
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
  "name" text,
  "operations" text[],
  "fields" jsonb,
  "when" jsonb,
  "exempt" jsonb,
  "superior" boolean,
  "roles" jsonb,
  "people" uuid[],
  "note" text
);

create index "approval_rule_updated_idx" on "approval_rule" (updated_at desc, id desc) where deleted_at is null;

create index "approval_rule_deleted_idx" on "approval_rule" (deleted_with);

create index "approval_rule_title_idx" on "approval_rule" ("name" collate "zh-x-icu", id) where deleted_at is null;

-- Whom the rules of the house named when a change was asked for: they may still sign when the rule has ended.
alter table proposal add column people uuid[];

-- Change requests of a file are passed on with it, whichever of its objects they are about.
create index proposal_owner_idx on proposal (owner);
