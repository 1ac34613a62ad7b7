import type { Database } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import type { Feed } from './feed.ts'

/** A page on which a person has a record open; `gone`: it has just been left. */
type Opened = {
  object: string
  record: string
  person: string
  page: string
  state: 'reads' | 'writes' | 'gone'
}

type Present = { person: string; writes: boolean }

/** Who has which record open, as their pages say every few seconds. It is kept nowhere: servers tell it one another. */
export type Presence = {
  note(opened: Opened): Promise<void>
  /** Everybody who has the record open, once each. */
  at(record: string): readonly Present[]
  /** Told of each record at which somebody came, went, or began or ended to write. */
  subscribe(listener: (object: string, record: string) => void): () => void
  end(): void
}

/** Pages say so every ten seconds; who has been silent for so long is gone. */
const liveMs = 25_000
const sweepMs = 2_000
const channel = 'dossier_presence'

type Page = Opened & { until: number }

export function openPresence(db: Database, feed: Feed): Presence {
  const pages = new Map<string, Map<string, Page>>()
  const listeners = new Set<(object: string, record: string) => void>()
  const tell = ({ object, record }: Opened): void => {
    for (const listener of listeners) listener(object, record)
  }
  const forget = (opened: Opened): void => {
    const there = pages.get(opened.record)
    // A page leaves by its own person's word alone.
    if (there?.get(opened.page)?.person !== opened.person) return
    there.delete(opened.page)
    if (there.size === 0) pages.delete(opened.record)
    tell(opened)
  }
  const hear = (opened: Opened): void => {
    if (opened.state === 'gone') {
      forget(opened)
      return
    }
    const there = pages.get(opened.record) ?? new Map<string, Page>()
    const before = there.get(opened.page)
    pages.set(opened.record, there.set(opened.page, { ...opened, until: Date.now() + liveMs }))
    if (before?.state !== opened.state) tell(opened)
  }
  const sweep = (): void => {
    const now = Date.now()
    for (const there of pages.values()) for (const page of there.values()) if (page.until < now) forget(page)
  }
  const timer = setInterval(sweep, sweepMs)
  timer.unref()
  const stop = feed.hear(channel, (text) => {
    const opened = readOpened(text)
    if (opened) hear(opened)
  })
  return {
    note: async (opened) => {
      await db.rows(sql`select pg_notify(${channel}, ${JSON.stringify(opened)})`)
    },
    at: (record) => {
      const there = Map.groupBy(pages.get(record)?.values() ?? [], ({ person }) => person)
      return [...there].map(([person, of]) => ({ person, writes: of.some(({ state }) => state === 'writes') }))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end: () => {
      stop()
      clearInterval(timer)
    },
  }
}

/** What another server says; a later version of the product may say it otherwise. */
function readOpened(text: string): Opened | undefined {
  const said = asJson(text)
  if (typeof said !== 'object' || said === null) return undefined
  const textAt = (name: string): string => {
    const value: unknown = Reflect.get(said, name)
    return typeof value === 'string' ? value : ''
  }
  const state = (['reads', 'writes', 'gone'] as const).find((one) => one === textAt('state'))
  if (!state) return undefined
  const [object, record, person, page] = ['object', 'record', 'person', 'page'].map(textAt)
  return object && record && person && page ? { object, record, person, page, state } : undefined
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
