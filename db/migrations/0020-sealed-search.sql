-- Searches that could meet values which the searcher sees as masks, under a keyed hash: those that found nothing shut out who guesses.
create table sealed_search (
  by uuid not null,
  text bytea not null,
  at timestamptz not null default now(),
  missed boolean not null,
  primary key (by, text)
);
create index sealed_search_at_idx on sealed_search (at);
