-- Which files somebody has read, and when they were last counted: one person reads so many in some minutes, a day, a month.
create table file_reading (
  by uuid not null,
  file uuid not null,
  at timestamptz not null default now(),
  primary key (by, file)
);
create index file_reading_by_at_idx on file_reading (by, at);
create index file_reading_at_idx on file_reading (at);

-- How many of them the holders of a role may read in a day.
alter table "role" add column "read_limit" numeric;
