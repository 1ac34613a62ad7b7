import { setTimeout as pause } from 'node:timers/promises'
import { type Context, type JobView, jobView, runJob, setPasswordHash, startJob, unfinishedJobs } from '#kernel'
import { demoStaff } from '#modules/demo'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import { modules } from '../server/modules.ts'
import { checkPassword, hashPassword } from '../server/sign-in/password.ts'
import type { SeedHouse } from './seed-house.ts'

const everyMs = 3_000

/** Loads the demo company, or goes on with one that was interrupted; a password lets its staff sign in. */
export async function seedDemo(house: SeedHouse, password: string | undefined): Promise<void> {
  if (password !== undefined) await checkPassword(password, { login: '', name: '' }, 'modern')
  const system = house.head.asSystem('seed the demo company')
  const interrupted = await unfinishedDemo(system)
  if (interrupted || !(await staffIds(system)).length) await load(house, system, interrupted)
  else house.say('the demo company is there already')
  if (password !== undefined) await openAccounts(house, await staffIds(system), password)
}

async function load(
  { kernel, head, say }: SeedHouse,
  system: Context,
  interrupted: JobView | undefined,
): Promise<void> {
  const began = Date.now()
  const id = interrupted?.id ?? (await head.transaction((tx) => startJob(tx, 'demo', {})))
  const ended = new AbortController()
  const telling = tellProgress(say, () => jobView(system, id), ended.signal)
  try {
    const jobs = modules.flatMap((module) => module.jobs ?? [])
    await runJob(kernel, jobs, id)
  } finally {
    ended.abort()
    await telling
  }
  const { state, error } = await jobView(system, id)
  if (state === 'failed' && error) throw new AppError(409, error.code)
  say(`demo company: ${state} after ${Math.round((Date.now() - began) / 1000)} s`)
}

async function unfinishedDemo(system: Context): Promise<JobView | undefined> {
  const views = await Promise.all((await unfinishedJobs(system)).map((id) => jobView(system, id)))
  return views.find(({ kind }) => kind === 'demo')
}

async function tellProgress(
  say: (line: string) => void,
  look: () => Promise<JobView>,
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    await pause(everyMs, undefined, { signal: ended }).catch(() => undefined)
    if (ended.aborted) return
    const { done, total } = await look()
    say(`${done} of ${total ?? '?'}`)
  }
}

async function staffIds(system: Context): Promise<string[]> {
  const where = { login: { in: demoStaff.map(({ login }) => login) } }
  const { items } = await system.records(user).list({ where, fields: ['login'], uncounted: true })
  return items.map(({ id }) => id)
}

async function openAccounts({ kernel, say }: SeedHouse, ids: readonly string[], password: string): Promise<void> {
  for (const id of ids) await setPasswordHash(kernel.db, id, await hashPassword(password))
  say(`${ids.length} of its staff can sign in with that password, such as ${demoStaff[0]?.login}`)
}
