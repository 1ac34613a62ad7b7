alter table "change_request" add column "whole_id" uuid;

alter table "change_request" add column "parts" numeric;

alter table "change_request" add constraint "change_request_whole_id_fkey" foreign key ("whole_id") references "change_request" (id);

create index "change_request_whole_id_idx" on "change_request" ("whole_id", updated_at desc, id desc) where deleted_at is null;
