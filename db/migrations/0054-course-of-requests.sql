-- What happens to a change request between its making and its decision. Words are sealed with the key of the file that it is about.
create table proposal_step (
  id uuid primary key,
  proposal uuid not null references proposal (id),
  kind text not null,
  by uuid,
  at timestamptz not null,
  person uuid,
  content bytea
);
create index proposal_step_proposal_idx on proposal_step (proposal, id);

alter table "change_request" add column "talk" text;

alter table "change_request" add column "handed_to_id" uuid;

alter table "change_request" add column "asker_id" uuid;

alter table "change_request" add constraint "change_request_handed_to_id_fkey" foreign key ("handed_to_id") references "user" (id);

alter table "change_request" add constraint "change_request_asker_id_fkey" foreign key ("asker_id") references "user" (id);
