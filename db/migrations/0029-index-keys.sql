-- Keys of the index, by number; the keys themselves stand in the key file. `keyed_check` tells which of them is which.
-- Announced, then in use for all that is written, then retired, at last emptied: no hash stands under it any more.
create table index_key (
  id integer generated always as identity primary key,
  keyed_check bytea not null unique,
  created_at timestamptz not null default now(),
  used_from timestamptz,
  retired_at timestamptz,
  emptied_at timestamptz
);
insert into index_key (keyed_check, created_at, used_from)
  select keyed_check, created_at, created_at from master_key order by created_at limit 1;
alter table master_key drop column keyed_check;

-- Under which key a hash stands. Those from before there were keys are written anew when their values are sealed.
alter table lookup add column index_key integer not null default 1;
alter table lookup alter column index_key drop default;

-- Whether hashes may be written under a key. Whoever does holds up its exchange until the end of their transaction, and after
-- the exchange nobody writes under the old one, however late they hear of it.
create function index_key_writes(number integer) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(7267006);
  return exists (select from index_key where id = number and used_from is not null and retired_at is null);
end $$;

-- Nobody asks which contents are equal, so nothing tells.
update file set hash = null where content_key is not null;
