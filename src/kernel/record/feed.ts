import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database, Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** What changed: ids only. Each reader reads again under own rights. */
export type FeedEvent = {
  id: number
  object: string
  action: string
  records: readonly string[]
  acl: readonly number[] | null
  level: number | null
}

export type Feed = {
  subscribe(listener: (event: FeedEvent) => void): () => void
  /** Events after an id, for a reader who was away. */
  since(id: number): Promise<FeedEvent[]>
  /** The latest event of which this process knows: whoever reads now and listens later asks for those since it. */
  latest(): number
  /** Tells the listeners of this process now what is committed by now; a server that is away is heard later. */
  catchUp(): Promise<void>
  /** What servers tell one another on a channel of its own, and nobody keeps. */
  hear(channel: string, listener: (text: string) => void): () => void
  end(): Promise<void>
}

/** Ids are given before commits: a later one may be seen first, so each look goes back this far. */
const overlap = 200
const mostMissed = 1_000
const reconnectMs = 250

/** Listens on a connection of its own, one for the whole process. */
export async function openFeed(db: Database, directUrl: string): Promise<Feed> {
  const listeners = new Set<(event: FeedEvent) => void>()
  const hearing = new Set<{ channel: string; listener: (text: string) => void }>()
  const [start] = await db.rows<{ last: number }>(sql`select coalesce(max(id), 0) as last from event`)
  const seen = new Set<number>()
  const first = start?.last ?? 0
  let last = first
  let ended = false
  let client: pg.Client | undefined

  /** Ids below the latest one that nobody has seen: transactions that have not committed yet, or never will. */
  const missing = (): number[] => {
    const from = Math.max(first, last - overlap) + 1
    return Array.from({ length: Math.max(last - from, 0) }, (_, index) => from + index).filter((id) => !seen.has(id))
  }

  const lookOnce = async (): Promise<void> => {
    for (const event of await readNew(db, last, missing())) {
      if (seen.has(event.id)) continue
      seen.add(event.id)
      last = Math.max(last, event.id)
      for (const listener of listeners) listener(event)
    }
    for (const id of seen) if (id < last - overlap) seen.delete(id)
  }

  let looking: Promise<void> | undefined
  let next: Promise<void> | undefined
  /** Notices that come during a look share the one that follows it. */
  const look = (): Promise<void> => {
    if (!looking) {
      looking = lookOnce().finally(() => {
        looking = undefined
      })
      return looking
    }
    next ??= looking
      .catch(() => {})
      .then(() => {
        next = undefined
        return look()
      })
    return next
  }

  const catchUp = (): Promise<void> => look().catch(() => {})

  const listen = async (): Promise<void> => {
    client = new pg.Client({ connectionString: directUrl, application_name: 'dossier feed' })
    client.on('error', () => void again())
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'dossier_event') void catchUp()
      else for (const heard of hearing) if (heard.channel === channel) heard.listener(payload)
    })
    await client.connect()
    await client.query('listen dossier_event; listen dossier_presence')
  }

  /** The server went away: keep trying, then look for what was missed. */
  const again = async (): Promise<void> => {
    client?.removeAllListeners('error').on('error', () => {})
    for (;;) {
      await delay(reconnectMs)
      if (ended) return
      try {
        await listen()
        await look()
        return
      } catch {
        // Not back yet.
      }
    }
  }

  await listen()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    since: (id) => read(db, id),
    latest: () => last,
    catchUp,
    hear: (channel, listener) => {
      const heard = { channel, listener }
      hearing.add(heard)
      return () => hearing.delete(heard)
    },
    end: async () => {
      ended = true
      await client?.end()
    },
  }
}

function readNew(db: Runner, last: number, missing: readonly number[]): Promise<FeedEvent[]> {
  return db.rows<FeedEvent>(
    sql`select id, object, action, records, acl, level from event where id > ${last} or id = any(${missing as number[]}::bigint[]) order by id limit ${mostMissed}`,
  )
}

function read(db: Runner, after: number): Promise<FeedEvent[]> {
  return db.rows<FeedEvent>(
    sql`select id, object, action, records, acl, level from event where id > ${after} order by id limit ${mostMissed}`,
  )
}

/** Events reach those whose keys meet the circle and who are cleared for the level; shared records have neither and reach everybody. */
export function reaches(event: FeedEvent, reader: { keys: readonly number[]; clearance: number }): boolean {
  if (event.level !== null && event.level > reader.clearance) return false
  return event.acl === null || event.acl.some((key) => reader.keys.includes(key))
}
