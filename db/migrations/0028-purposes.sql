alter table "purpose" add column "notice_version" numeric;

alter table "purpose" add column "oldest_notice" numeric;

alter table "purpose" add column "default_for" text[];

alter table "consent" add column "notice_version" numeric;

alter table "role" add column "default_purpose_id" uuid;

alter table "role" add constraint "role_default_purpose_id_fkey" foreign key ("default_purpose_id") references "purpose" (id);

-- The purpose of use under which alone a key works.
alter table "api_key" add column "purpose" uuid;

-- What people have been told so far is the first version.
update "purpose" set notice_version = 1 where notice is not null;
