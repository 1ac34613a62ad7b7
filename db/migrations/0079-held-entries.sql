alter table "second_entry" add column "held" boolean;

alter table "approval_rule" add column "holds" boolean;
