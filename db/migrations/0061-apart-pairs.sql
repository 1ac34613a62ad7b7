-- What somebody has told apart is looked through by when that was.
create index duplicate_pair_apart_idx on duplicate_pair (object, apart_at) where apart_at is not null;
