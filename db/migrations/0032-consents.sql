alter table "purpose" rename column "notice" to "notice_zh";

alter table "purpose" add column "notice_en" text;

alter table "consent" add column "notice_language" text;

-- What people have been told so far was said in the language of the house.
update "purpose" set notice_en = notice_zh, notice_zh = null where exists (select from "company" where language = 'en' and deleted_at is null);

-- Row-level security binds the table's owner too, and nobody reads here.
alter table "consent" no force row level security;

update "consent" set notice_language = coalesce((select language from "company" where deleted_at is null limit 1), 'zh') where notice_version is not null;

alter table "consent" force row level security;

alter table "consent" add column "channels" text[];

alter table "consent" add column "withdrawn_channels" text[];
