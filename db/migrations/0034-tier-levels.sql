alter table "value_list_item" add column "level" text;
