-- An answer that is kept is found by the key in its head, when its record moves to another file.
create index idempotency_data_key_idx on idempotency (substring(answer from 3 for 8));

-- Why a change request no longer fitted when it was signed, as a code: in the words of whoever reads it.
alter table proposal add column cause jsonb;
