-- While somebody is typing, an answer counts and nobody is told: whoever has the record learns of it when the entry is really made.
alter table duplicate_answer add column told boolean not null default true;
