alter table "customer" add column "row_proof" bytea;

alter table "task" add column "row_proof" bytea;

alter table "unit" add column "row_proof" bytea;

alter table "user" add column "row_proof" bytea;

alter table "company" add column "row_proof" bytea;

alter table "change_request" add column "row_proof" bytea;

alter table "purpose" add column "row_proof" bytea;

alter table "consent" add column "row_proof" bytea;

alter table "role" add column "row_proof" bytea;

alter table "role_assignment" add column "row_proof" bytea;

alter table "team_member" add column "row_proof" bytea;

alter table "delegation" add column "row_proof" bytea;

alter table "emergency_access" add column "row_proof" bytea;

alter table "log_report" add column "row_proof" bytea;

alter table "export" add column "row_proof" bytea;

alter table "custom_object" add column "row_proof" bytea;

alter table "custom_field" add column "row_proof" bytea;

alter table "value_list_item" add column "row_proof" bytea;

alter table "field_rule" add column "row_proof" bytea;

-- Objects of the company's own whose records have an owner.
do $$
declare own text;
begin
  for own in
    select held.table_name from information_schema.columns held
      join information_schema.columns owned on owned.table_schema = held.table_schema
        and owned.table_name = held.table_name and owned.column_name = 'owner'
    where held.table_schema = 'public' and held.column_name = 'acl_read' and held.table_name like 'x\_%'
  loop
    execute format('alter table %I add column "row_proof" bytea', own);
  end loop;
end $$;
