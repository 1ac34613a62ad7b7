alter table "change_request" add column "awaits" uuid[];

alter table "change_request" add column "due" date;

alter table "change_request" add column "pace" text;

alter table "approval_rule" add column "days" numeric;
