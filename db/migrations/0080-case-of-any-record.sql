alter table "publication" add column "governs_own_id" uuid;

alter table "edition" add column "governs_own_id" uuid;

alter table "procedure_case" add column "object" text;

alter table "procedure_case" add column "record" text;

alter table "case_step" add column "procedure" text;

alter table "case_step" add column "person_id" uuid;

alter table "case_step" add column "late" boolean;

alter table "publication" add constraint "publication_governs_own_id_fkey" foreign key ("governs_own_id") references "custom_object" (id);

alter table "edition" add constraint "edition_governs_own_id_fkey" foreign key ("governs_own_id") references "custom_object" (id);

alter table "case_step" add constraint "case_step_person_id_fkey" foreign key ("person_id") references "user" (id);

create index "procedure_case_record_idx" on "procedure_case" ("record", updated_at desc, id desc) where deleted_at is null;

create index "case_step_procedure_idx" on "case_step" ("procedure", updated_at desc, id desc) where deleted_at is null;

-- Steps that were there before tell the same of themselves.
update "case_step" set "procedure" = "procedure_case"."name", "late" = coalesce("case_step"."ended_at" > "case_step"."due_at", false)
from "procedure_case" where "procedure_case"."id" = "case_step"."run_id";
