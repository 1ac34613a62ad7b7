alter table "user" add column "valid_until" timestamptz;
