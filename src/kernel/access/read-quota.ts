import { AppError } from '#shared/app-error'
import { noteChange } from '../audit/note-change.ts'
import type { Context, Kernel } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { Runner } from '../query/database.ts'
import { takeTurn } from '../query/locks.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'

/** Different files that a person may read in a day, unless a role says more. */
export const usualReads = 5_000

/** What a day's bound means over other times: a hand is faster than a day's work for some minutes, and nobody reads all days alike. */
const windows = [
  { minutes: 10, share: 0.4 },
  { minutes: 24 * 60, share: 1 },
  { minutes: 30 * 24 * 60, share: 4 },
] as const

/** A file that was read within so many minutes is read again without being counted anew. */
const freshMinutes = windows[0].minutes
const freshMs = freshMinutes * 60_000

/** What a process knows of one person. */
type Known = {
  until: number
  /** Files that have been counted. */
  files: Set<string>
  /** How many more may be counted before the database is asked for the sum. */
  left: number
  /** The counting that is going on: requests at the same moment come one after the other. */
  turn: Promise<void>
}

/** Who has read what lately: what one process need not ask the database. */
export type Readings = Map<string, Known>

/** Several servers count for one person: each takes a part of what is left, and no more than two pages, by which they may go beyond together. */
const takenPart = 4
const mostTaken = 100

const mostPeople = 2_000

/** The files whose children and selves are counted: those that teams work on. */
export function countsReads(ctx: Context, type: ObjectType): boolean {
  const file = type.parent ? ctx.kernel.registry.objects.get(type.parent.object) : type
  const { actor, systemReason, channel } = ctx
  const byHand = channel === 'page' || channel === 'api'
  return byHand && !systemReason && actor.id !== null && actor.readLimit !== null && file?.definition.team === true
}

/**
 * Counts the different files whose records are about to leave, through whatever channel, and refuses beyond the person's bound.
 * What was read in the last minutes costs nothing and stays readable.
 */
export async function countReads(ctx: Context, type: ObjectType, files: readonly string[]): Promise<void> {
  const { id: by, readLimit } = ctx.actor
  if (!by || readLimit === null || !countsReads(ctx, type)) return
  const known = knownOf(ctx.kernel, by)
  const isNew = (file: string): boolean => !known.files.has(file)
  if (!files.some(isNew)) return
  const turn = known.turn.then(async () => {
    const added = [...new Set(files)].filter(isNew)
    if (added.length > known.left) known.left = await countAll(ctx, type, { by, added, readLimit })
    else if (added.length) {
      known.left -= added.length
      await note(ctx.kernel.db, by, added)
    }
    for (const file of added) known.files.add(file)
  })
  known.turn = turn.catch(() => undefined)
  await turn
}

function knownOf({ readings }: Kernel, by: string): Known {
  const now = Date.now()
  const before = readings.get(by)
  if (before && before.until > now) return before
  if (readings.size >= mostPeople) for (const [id, { until }] of readings) if (until <= now) readings.delete(id)
  const fresh = { until: now + freshMs, files: new Set<string>(), left: 0, turn: Promise.resolve() }
  readings.set(by, fresh)
  return fresh
}

async function note(db: Runner, by: string, files: readonly string[]): Promise<void> {
  await db.rows(sql`
    insert into file_reading (by, file) select ${by}::uuid, file from unnest(${files as string[]}::uuid[]) as asked (file)
    on conflict (by, file) do update set at = now() where file_reading.at < now() - make_interval(mins => ${freshMinutes})`)
}

type Asked = { by: string; added: readonly string[]; readLimit: number }

/** One after the other for each person, so that many at once do not slip past the bound together. Answers with what this process may count by itself. */
async function countAll(ctx: Context, type: ObjectType, { by, added, readLimit }: Asked): Promise<number> {
  const { left, refused } = await ctx.with({ tx: null }).transaction(async (tx) => {
    await takeTurn(tx.db, `read ${by}`)
    const [row] = await tx.db.rows<Record<string, number>>(sql`
      with asked as (select file from unnest(${added as string[]}::uuid[]) as asked (file))
      select ${list(windows.map(({ minutes }, at) => countWithin(by, minutes, at)))}`)
    const after = windows.map(({ share, minutes }, at) => ({
      minutes,
      most: Math.max(1, Math.floor(readLimit * share)),
      read: row?.[`read${at}`] ?? 0,
      seconds: row?.[`next${at}`] ?? 1,
    }))
    const beyond = after.find(({ read, most }) => read > most)
    if (beyond) await alarmOnce(tx, type, { by, ...beyond })
    else await note(tx.db, by, added)
    return { left: Math.min(...after.map(({ read, most }) => most - read)), refused: beyond }
  })
  if (refused) throw refusal(refused)
  return Math.min(mostTaken, Math.floor(left / takenPart))
}

/** How many files the window holds with those that are asked for, and in how many seconds the oldest leaves it. */
function countWithin(by: string, minutes: number, at: number): Sql {
  const inWindow = sql`by = ${by}::uuid and at > now() - make_interval(mins => ${minutes})`
  const [read, next] = [name(`read${at}`), name(`next${at}`)]
  return sql`
    ((select count(*) from file_reading where ${inWindow})
      + (select count(*) from asked where not exists (select from file_reading where ${inWindow} and file_reading.file = asked.file)))::integer as ${read},
    (select greatest(1, ceil(extract(epoch from min(at) + make_interval(mins => ${minutes}) - now())))::integer from file_reading where ${inWindow}) as ${next}`
}

type Refused = { minutes: number; most: number; seconds: number }

const codeOf = ({ minutes }: Refused) => (minutes < 60 ? 'access.read_pace' : 'access.read_quota')

/** Told to those who watch the trail once for each bound, by whichever server, until the oldest reading leaves its time. */
async function alarmOnce(ctx: Context, type: ObjectType, { by, ...refused }: Refused & { by: string }): Promise<void> {
  const { minutes, most, seconds } = refused
  const told = await ctx.db.rows(sql`
    insert into reading_alarm (by, minutes, until) values (${by}::uuid, ${minutes}, now() + make_interval(secs => ${seconds}))
    on conflict (by, minutes) do update set until = excluded.until where reading_alarm.until <= now() returning by`)
  if (!told.length) return
  const facts = { action: 'alarm', object: type.name, reason: codeOf(refused), result: 'refused' } as const
  await noteChange(ctx, { ...facts, detail: { most, minutes } })
}

function refusal(refused: Refused): AppError {
  const { minutes, most, seconds } = refused
  const params = { most, minutes, hours: Math.floor(minutes / 60), seconds, wait: Math.ceil(seconds / 60) }
  return new AppError(429, codeOf(refused), { params })
}
