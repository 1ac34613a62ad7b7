-- The confidentiality level is part of the net: nobody reads or writes above the own clearance, an unset one is none.
do $$ declare guarded record; begin
  for guarded in select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'acl_read'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
    execute format($policy$
      alter policy reading on %1$I using (acl_read && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);
      alter policy creating on %1$I with check (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);
      alter policy changing on %1$I using (acl_write && nullif(current_setting('app.keys', true), '')::integer[] and acl_level <= nullif(current_setting('app.clearance', true), '')::smallint);
    $policy$, guarded.name);
  end loop;
end $$;

-- Events tell of records of a level only those who are cleared for it.
alter table event add column level smallint;

-- Records that nobody holds are in the public pool.
insert into principal (key, kind, id) overriding system value values (2, 'pool', '00000000-0000-0000-0000-000000000002');

-- Shares and deputies: whose keys they join, from when until when, and for whom they stand in.
alter table principal add column grantee uuid, add column stands_for uuid, add column valid_from timestamptz, add column valid_until timestamptz;
create index principal_grantee_idx on principal (grantee) where grantee is not null;

-- Every value that somebody was shown behind its mask, for the quotas; the trail has the same and keeps it.
create table reveal (
  id uuid primary key,
  at timestamptz not null default now(),
  by uuid not null,
  object text not null,
  record uuid not null,
  owner uuid,
  field text not null,
  level smallint not null,
  use text not null,
  reason text not null
);
create index reveal_by_idx on reveal (by, at desc);
