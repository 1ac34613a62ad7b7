-- For how long lines of the trail are kept: half a year at the least, three years unless the auditor says otherwise.
create table trail_setting (
  one boolean primary key default true check (one),
  months integer not null default 36 check (months between 6 and 1200)
);
insert into trail_setting default values;
