-- What upkeep notes on every file, such as what is to be completed, finds room beside it: on full pages each file went elsewhere, through
-- all of twenty indexes.
alter table "customer" set (fillfactor = 85);
