-- Who stands in for somebody has the files that are shared with them; not those that they opened for themselves, in an emergency.
alter table principal add column personal boolean not null default false;
update principal set personal = true where id in (select id from emergency_access);

-- What was the same for every house is its own to set: how what is missing is asked for, and when verified values turn amber.
alter table "company" add column "complete_days" numeric;

alter table "company" add column "complete_remind" numeric;

alter table "company" add column "complete_grace" numeric;

alter table "company" add column "complete_at_once" numeric;

alter table "company" add column "complete_farthest" numeric;

alter table "company" add column "verify_ageing" numeric;
