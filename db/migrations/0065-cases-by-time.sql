create index "case_step_opened_at_idx" on "case_step" ("opened_at", updated_at desc, id desc) where deleted_at is null;

-- Changes are written in the order of time: a few pages tell where those of a month stand, and writing costs nothing.
create index "field_change_at_idx" on "field_change" using brin (at);
