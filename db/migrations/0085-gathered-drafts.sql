-- Drafts of changes that their maker sends together as one request, beside what is still being typed into the same form.
alter table form_draft add column gathered boolean not null default false;
alter table form_draft drop constraint form_draft_pkey, add primary key (person, object, record, parent, gathered);
