import { readSealStatus } from '../audit/seal-status.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { roles } from './roles.ts'

/** One guarantee: whether the database gives it, what is lost without it, and the SQL that mends it. */
export type Check = { name: string; good: boolean; lost: string; mend: string }

const searchFunctions = ['arrayoverlap', 'arraycontains', 'textlike', 'grams']

/** What `dossier doctor` looks at. */
export async function checkDatabase(db: Runner): Promise<Check[]> {
  return [
    await separateRoles(db),
    await readerRole(db),
    await leakproof(db),
    await forcedRowSecurity(db),
    await trailIsAddOnly(db),
    await trailIsSealed(db),
    await partitions(db),
  ]
}

async function one(db: Runner, query: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await db.rows<{ good: boolean }>(query)
  return row?.good ?? false
}

async function separateRoles(db: Runner): Promise<Check> {
  const names = [roles.owner, roles.app, roles.sealer]
  return {
    name: 'separate roles for owner, application and sealer',
    good: await exist(db, names),
    lost: 'the application could change tables and the trail',
    mend: names.map(makeRole).join('\n'),
  }
}

async function readerRole(db: Runner): Promise<Check> {
  return {
    name: 'a role that reads lists for those who see all',
    good: await exist(db, [roles.reader]),
    lost: 'their counts and sums over more than some 100,000 files are slow',
    mend: `${makeRole(roles.reader)}\n-- then restart the server`,
  }
}

async function exist(db: Runner, names: readonly string[]): Promise<boolean> {
  return one(
    db,
    sql`select count(*) = ${names.length} as good from pg_roles where rolname = any(${names as string[]}::text[])`,
  )
}

function makeRole(role: string): string {
  return `create role ${role} nologin; grant ${role} to current_user;`
}

async function leakproof(db: Runner): Promise<Check> {
  return {
    name: 'search may use its indexes below row-level security',
    good: await one(
      db,
      sql`select count(*) filter (where not proleakproof) = 0 as good from pg_proc where proname = any(${searchFunctions}::text[]) and prorettype <> 'internal'::regtype`,
    ),
    lost: 'searches over more than some 100,000 files are slow for those who see most of them',
    mend: '-- as a superuser\nalter function arrayoverlap(anyarray, anyarray) leakproof;\nalter function arraycontains(anyarray, anyarray) leakproof;\nalter function textlike(text, text) leakproof;\nalter function public.grams(text) leakproof;',
  }
}

async function forcedRowSecurity(db: Runner): Promise<Check> {
  const [row] = await db.rows<{ open: string[] | null }>(sql`
    select array_agg(c.relname::text order by c.relname) as open from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'acl_read'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`)
  const open = row?.open ?? []
  return {
    name: 'row-level security on every guarded table',
    good: open.length === 0,
    lost: `nothing below the application guards ${open.join(', ')}`,
    mend: open.map((table) => `alter table ${table} enable row level security, force row level security;`).join('\n'),
  }
}

async function trailIsAddOnly(db: Runner): Promise<Check> {
  return {
    name: 'the application may only add to the trail',
    good: await one(
      db,
      sql`
      select coalesce((select not has_table_privilege(oid, 'audit_event', 'update') and not has_table_privilege(oid, 'audit_event', 'delete')
        and not rolsuper from pg_roles where rolname = ${roles.app}), false) as good`,
    ),
    lost: 'rows of the trail could be changed by whoever holds the application’s connection',
    mend: `revoke update, delete, truncate on audit_event from ${roles.app};`,
  }
}

async function trailIsSealed(db: Runner): Promise<Check> {
  const { state, lag } = await readSealStatus(db, Date.now())
  return {
    name: 'the trail is sealed behind its writers',
    good: state === 'good',
    lost: `rows of the last ${lag} seconds could be changed without being found`,
    mend: '-- start the server: it starts the sealer; look at its output if it goes on',
  }
}

async function partitions(db: Runner): Promise<Check> {
  return {
    name: 'partitions of the trail for the coming month',
    good: await one(
      db,
      sql`select to_regclass('audit_event_' || to_char(now() + interval '1 month', 'YYYY_MM')) is not null as good`,
    ),
    lost: 'next month nothing could be read or written',
    mend: '-- restart the server: it makes them',
  }
}
