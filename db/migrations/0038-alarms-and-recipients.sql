-- That somebody's reading beyond a bound has been told, so that several servers tell it once, and each bound by itself.
create table reading_alarm (
  by uuid not null,
  minutes integer not null,
  until timestamptz not null,
  primary key (by, minutes)
);

-- To whom outside of the company an export goes.
alter table "export" add column "recipient" text;

alter table "export" add column "recipient_contact" text;

alter table "export" add column "means" text;

alter table "export" add column "separate_consent" text;
