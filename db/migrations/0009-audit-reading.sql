-- The auditor's questions: this record, this file, this kind of act, from here, for this reason. Newest first each.
drop index audit_event_record_idx;
create index audit_event_record_idx on audit_event (record, at desc, id desc);
create index audit_event_owner_idx on audit_event (owner, at desc, id desc);
create index audit_event_records_idx on audit_event using gin (records);
drop index audit_event_actor_idx;
create index audit_event_actor_idx on audit_event (actor, at desc, id desc);
create index audit_event_action_idx on audit_event (action, at desc, id desc);
create index audit_event_refused_idx on audit_event (at desc, id desc) where result <> 'done';
create index audit_event_ip_idx on audit_event (ip, at desc, id desc);
create index audit_event_reason_idx on audit_event using gin (reason gin_trgm_ops) where reason is not null;
