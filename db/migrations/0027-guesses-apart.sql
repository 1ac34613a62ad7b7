-- What somebody asks for in an emergency is not counted with their searches: who missed too often in the one may still do the other.
alter table sealed_search add column kind text not null default 'search' check (kind in ('search', 'guess'));
alter table sealed_search alter column kind drop default;
-- Each is counted for itself, the same text in both too.
alter table sealed_search drop constraint sealed_search_pkey;
alter table sealed_search add primary key (by, kind, text);
