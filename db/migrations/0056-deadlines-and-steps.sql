alter table "change_request" add column "awaits" uuid[];

alter table "change_request" add column "due" date;

alter table "change_request" add column "pace" text;

alter table "approval_rule" add column "days" numeric;

-- What a signature fills: the place of its step, and which of the signatures that are asked for there.
alter table proposal_step add column place smallint;
alter table proposal_step add column marks text[];

alter table "approval_rule" add column "all" boolean;

alter table "approval_rule" add column "steps" jsonb;
