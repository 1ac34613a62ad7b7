-- The purpose of use that the request which started the job had named.
alter table job add column purpose text;
