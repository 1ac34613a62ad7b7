import { auditNamesText } from '../audit/audit-row.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** What the server's owner lets the product separate; `dossier doctor` prints what is missing. */
export type Rights = { superuser: boolean; separateRoles: boolean; reader: boolean }

export const roles = {
  owner: 'dossier_owner',
  app: 'dossier_app',
  sealer: 'dossier_sealer',
  reader: 'dossier_reader',
} as const

/**
 * Four roles: one owns and changes tables, one works without DDL and may only add to the trail, one seals it, and one reads
 * every row and writes none: the application takes it for the length of a list of somebody who sees all.
 * Where the login may not create roles it does all three parts itself; row-level security still binds it.
 */
export async function ensureRoles(db: Runner): Promise<Rights> {
  const [login] = await db.rows<{ superuser: boolean; creates: boolean }>(
    sql`select rolsuper as superuser, rolcreaterole as creates from pg_roles where rolname = current_user`,
  )
  const superuser = login?.superuser ?? false
  if (!superuser && !login?.creates) {
    const separateRoles = await mayAct(db, [roles.owner, roles.app])
    return { superuser, separateRoles, reader: separateRoles && (await mayAct(db, [roles.reader])) }
  }
  for (const role of Object.values(roles)) await createRole(db, role)
  await db.text(
    `do $$ begin execute format('grant create on database %I to ${roles.owner}', current_database()); end $$`,
  )
  await db.text(`grant usage, create on schema public to ${roles.owner}`)
  return { superuser, separateRoles: true, reader: true }
}

/** Roles belong to the whole server: another database's start may be making them at this moment. */
async function createRole(db: Runner, role: string): Promise<void> {
  await db.text(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`)
  await db.text(
    `do $$ begin execute format('grant ${role} to %I', current_user); exception when unique_violation or insufficient_privilege or sqlstate 'XX000' then null; end $$`,
  )
}

async function mayAct(db: Runner, names: readonly string[]): Promise<boolean> {
  const [row] = await db.rows<{ may: boolean }>(
    sql`select count(*) = ${names.length} as may from pg_roles where rolname = any(${names}::text[]) and pg_has_role(current_user, oid, 'member')`,
  )
  return row?.may ?? false
}

/**
 * Deny by default: the application gets rows, never tables; of the trail only reading and adding, and never which transaction a
 * row is of. What has been proposed stays as it is: its hash cannot be written, so that what is sealed anew for another file must
 * be the same, and `made_at` is there to lock its row by.
 */
export async function applyGrants(db: Runner, { reader }: Rights): Promise<void> {
  await db.text(`
    grant usage on schema public to ${roles.app};
    grant select, insert, update, delete on all tables in schema public to ${roles.app};
    grant usage, select on all sequences in schema public to ${roles.app};
    grant execute on all functions in schema public to ${roles.app};
    revoke insert, update, delete, truncate on audit_event, audit_seal from ${roles.app};
    grant insert (${auditNamesText}) on audit_event to ${roles.app};
    grant usage on schema public to ${roles.sealer};
    grant select on audit_event, audit_seal to ${roles.sealer};
    grant insert on audit_seal to ${roles.sealer};
    revoke insert, update, delete, truncate on migration from ${roles.app};
    revoke update, delete, truncate on proposal from ${roles.app};
    grant update (made_at, owner, content, cause) on proposal to ${roles.app};
    revoke update, delete, truncate on proposal_step from ${roles.app};
    grant update (content) on proposal_step to ${roles.app};
    ${revokePartitions(roles.app)}
    ${reader ? grantReader : ''}`)
}

/**
 * The reader's policies touch no column, so that a count can be answered by an index alone; what is not guarded it reads as the
 * application does. The trail has its own ways to be read.
 */
const grantReader = `
    grant usage on schema public to ${roles.reader};
    grant select on all tables in schema public to ${roles.reader};
    revoke all on audit_event, audit_seal from ${roles.reader};
    grant execute on all functions in schema public to ${roles.reader};
    ${revokePartitions(roles.reader)}
    do $$ declare guarded regclass; begin
      for guarded in select oid::regclass from pg_class c where relnamespace = 'public'::regnamespace and relrowsecurity
        and not exists (select from pg_policy where polrelid = c.oid and polname = 'surveying') loop
        execute format('create policy surveying on %s for select to ${roles.reader} using (true)', guarded);
      end loop;
    end $$;`

/** Rows reach a partition through the trail, whose rights count; by its own name nobody comes to it. */
function revokePartitions(role: string): string {
  return `
    do $$ declare part regclass; begin
      for part in select inhrelid::regclass from pg_inherits where inhparent = 'audit_event'::regclass loop
        execute format('revoke all on %s from ${role}', part);
      end loop;
    end $$;`
}

const leakproof = [
  'arrayoverlap(anyarray,anyarray)',
  'arraycontains(anyarray,anyarray)',
  'textlike(text,text)',
  'public.grams(text)',
]

/**
 * Lets searches use their indexes below row-level security: these functions tell nothing of a row by failing.
 * Only a superuser may say so; without it search is right but slow on large files.
 */
export async function markLeakproof(db: Runner): Promise<void> {
  for (const signature of leakproof) await db.text(`alter function ${signature} leakproof`)
}
