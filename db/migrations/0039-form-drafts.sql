-- What somebody has typed into a form and not saved: sealed with the key of the file that it is about, else with the house's own.
create table form_draft (
  person uuid not null,
  object text not null,
  record uuid not null,
  parent uuid not null,
  owner uuid not null,
  version integer,
  content bytea not null,
  kept_at timestamptz not null default now(),
  primary key (person, object, record, parent)
);
create index form_draft_kept_at_idx on form_draft (kept_at);
