alter table "change_request" add column "source" text;

alter table "change_request" add column "files" uuid[];

alter table "approval_rule" add column "needs" text[];
