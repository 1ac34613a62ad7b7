-- A seal of its own kind where another key begins to sign; its note holds what the keys before it vouched for.
alter table audit_seal drop constraint audit_seal_kind_check;
alter table audit_seal add constraint audit_seal_kind_check check (kind in ('rows', 'idle', 'epoch', 'restore', 'key'));
