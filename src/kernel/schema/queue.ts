import { runMigrations } from 'graphile-worker'
import { type Rights, roles } from './roles.ts'

/** The same database as its owning role: for DDL and the queue's own tables. */
export function ownerUrl(url: string, rights: Rights): string {
  if (!rights.separateRoles) return url
  const address = new URL(url)
  address.searchParams.set('options', `-c role=${roles.owner}`)
  return address.href
}

export async function installQueue(url: string, rights: Rights): Promise<void> {
  await runMigrations({ connectionString: ownerUrl(url, rights) })
}

/** The application may put work on the queue, at once or after so many seconds, and nothing else: the queue's tables are the owner's. */
export const enqueueFunction = `
  drop function if exists enqueue_job(uuid);
  create or replace function enqueue_job(job uuid, seconds integer default 0) returns void
  language sql security definer set search_path = public, pg_temp
  as $$ select graphile_worker.add_job('job', json_build_object('id', job), run_at := now() + make_interval(secs => seconds), job_key := job::text) $$`
