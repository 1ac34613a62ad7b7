-- What a list has done to records that were there before it, so that it can be taken back: changed, made on their files, or asked for.
create table import_change (
  import uuid not null references import (id),
  row integer not null,
  object text not null,
  record uuid not null,
  act text not null check (act in ('changed', 'made', 'asked')),
  version integer,
  request uuid,
  primary key (import, object, record)
);
create index import_change_row_idx on import_change (import, row);
