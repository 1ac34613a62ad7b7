-- A second factor: the secret through the codec, and the last step used, so that a code works once.
alter table account add column totp_secret bytea, add column totp_on boolean not null default false, add column totp_step bigint;

-- For whoever has lost the device; each works once.
create table recovery_code (user_id uuid not null, hash bytea not null, primary key (user_id, hash));
