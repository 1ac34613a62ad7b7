import { randomUUID } from 'node:crypto'
import type { Locale } from '#shared/label'
import type { RegionTable } from '#shared/regions'
import type { WorkingCalendar } from '#shared/working-days'
import { type Actor, systemActor } from './access/actor.ts'
import type { Principals } from './access/principals.ts'
import type { Purpose } from './access/purpose.ts'
import type { Readings } from './access/read-quota.ts'
import type { Role } from './access/role.ts'
import type { AuditWriter } from './audit/audit-writer.ts'
import type { TrailPlaces } from './audit/checkpoint-files.ts'
import type { Codec } from './crypto/codec.ts'
import type { Keys } from './crypto/open-codec.ts'
import type { FileStore } from './files/file-store.ts'
import type { Module } from './object/define-module.ts'
import type { ObjectDefinition } from './object/define-object.ts'
import type { Fields, FilterOf, Patch } from './object/field.ts'
import type { FormatEnv, ParseEnv } from './object/kind.ts'
import type { KindTable, ObjectType } from './object/object-type.ts'
import { objectNamed, type Registry } from './object/registry.ts'
import type { Grounds } from './proposal/grounds.ts'
import type { Connection, Database, Runner } from './query/database.ts'
import type { Totals } from './query/totals.ts'
import type { Feed } from './record/feed.ts'
import type { Presence } from './record/presence.ts'
import { type Records, recordsOf } from './record/records.ts'
import type { Remembered } from './record/remembered.ts'
import type { TitleCache } from './record/title-cache.ts'
import { inReading, inTransaction } from './record/transaction.ts'

/** A name, a colour, a text, the id of a picture; null: as the product has it. */
type Look = { name: string | null; accent: string | null; signInText: string | null; logo: string | null }

/** Working days, but for `atOnce`, how many files somebody is asked to complete, and `ageing`, a share of time in per cent. */
type Completion = { days: number; remind: number; grace: number; atOnce: number; farthest: number; ageing: number }

/** Company-wide settings that reading and writing values depend on. */
export type Settings = {
  timeZone: string
  currency: string
  areaCode?: string
  /** Officers look after the house, and rights change by two people. */
  threeOfficers: boolean
  /** Up to how many plain records somebody exports without a second person. */
  exportBound: number
  /** How the house looks to whoever comes to its door. */
  look: Look
  /** On which days the company works. */
  calendar: WorkingCalendar
  /** Until when what is missing is asked for, and when what was verified should be looked at again. */
  completion: Completion
}

/** What one process holds: connections, definitions, keys. */
export type Kernel = {
  db: Database
  /** Bumps counters outside the caller's transaction, so that no creation waits for another's commit. */
  counters: Database
  /** Definitions in force; exchanged as a whole by `reload`. */
  registry: Registry
  modules: readonly Module[]
  kinds: KindTable
  codec: Codec
  keys: Keys
  audit: AuditWriter
  /** Where its keys and its checkpoints are. */
  trail: TrailPlaces
  principals: Principals
  files: FileStore
  regions: RegionTable
  settings: Settings
  feed: Feed
  presence: Presence
  /** What was read a moment ago and still stands. */
  totals: Totals
  titles: TitleCache
  remembered: Remembered
  /** Who has read which files in the last minutes. */
  readings: Readings
  /** Reads again what was defined at run time. */
  reload(): Promise<void>
  /** The same, if any of it is another than it was; for who cannot wait until this process hears of it. */
  keepUp(): Promise<void>
  /** Brings tables to definitions, as their owner: what records need before the change commits, costly indexes after it. */
  define(registry: Registry, when: 'before' | 'after'): Promise<void>
  /** Drops columns of custom fields for good, with their data. */
  dropColumns(columns: readonly { table: string; field: string }[]): Promise<void>
  /** Roles in force by their code, standard and the company's own. */
  roles: ReadonlyMap<string, Role>
  /** Purposes of use in force by their code. */
  purposes: ReadonlyMap<string, Purpose>
}

/** `link`: somebody outside of the house, on a link that was given to them. */
export type Channel = 'page' | 'api' | 'link' | 'import' | 'job' | 'seed' | 'cli' | 'setup'

/** Actor, transaction, clock, locale, request id: the first argument of everything, and the only ambient thing. */
export type Context = {
  kernel: Kernel
  actor: Actor
  locale: Locale
  channel: Channel
  requestId: string
  ip: string | null
  /** Code of the purpose of use that the request named; stands in every line it leaves in the trail. */
  purpose: string | null
  now(): Date
  tx: Connection | null
  /** Where SQL runs: the transaction if there is one. */
  db: Runner
  records<F extends Fields>(object: ObjectDefinition<F>): Records<Patch<F>, FilterOf<F>>
  recordsNamed(name: string): Records
  /** The same request with something exchanged: the transaction it runs in, who acts, or the time. */
  with(changes: ContextChanges): Context
  transaction<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  /** A transaction of reads alone; `many` where it goes through many records. */
  reading<T>(work: (ctx: Context) => Promise<T>, options?: { many?: boolean }): Promise<T>
  /** The one bypass of access: everything is visible, and the audit rows carry the reason. */
  asSystem(reason: string): Context
  systemReason: string | null
  /** Who has signed the change that is being made; null for changes of one's own accord. */
  approver: Actor | null
  /** What a change that has to wait is founded on; null where the request says nothing. */
  grounds: Grounds | null
  type(name: string): ObjectType
  parseEnv(): ParseEnv
  formatEnv(titles?: Readonly<Record<string, string>>): FormatEnv
}

type ContextChanges = Partial<
  Pick<
    ContextSettings,
    'actor' | 'tx' | 'systemReason' | 'approver' | 'channel' | 'now' | 'locale' | 'purpose' | 'grounds'
  >
>

export type ContextSettings = {
  kernel: Kernel
  actor: Actor
  channel: Channel
  locale?: Locale
  requestId?: string
  ip?: string | null
  purpose?: string | null
  now?: () => Date
  tx?: Connection | null
  systemReason?: string | null
  approver?: Actor | null
  grounds?: Grounds | null
}

export function makeContext(settings: ContextSettings): Context {
  const { kernel, actor, channel, tx = null } = settings
  const ctx: Context = {
    kernel,
    actor,
    channel,
    tx,
    locale: settings.locale ?? actor.locale,
    requestId: settings.requestId ?? randomUUID(),
    ip: settings.ip ?? null,
    purpose: settings.purpose ?? null,
    now: settings.now ?? (() => new Date()),
    db: tx ?? kernel.db,
    systemReason: settings.systemReason ?? null,
    approver: settings.approver ?? null,
    grounds: settings.grounds ?? null,
    type: (name) => objectNamed(kernel.registry, name),
    records: <F extends Fields>(object: ObjectDefinition<F>) =>
      recordsOf<Patch<F>, FilterOf<F>>(ctx, objectNamed(kernel.registry, object.name)),
    recordsNamed: (name) => recordsOf(ctx, objectNamed(kernel.registry, name)),
    with: (changes) => makeContext({ ...settings, requestId: ctx.requestId, now: ctx.now, ...changes }),
    transaction: (work) => inTransaction(ctx, work),
    reading: (work, options) => inReading(ctx, work, options),
    asSystem: (reason) =>
      ctx.with({ actor: { ...systemActor, id: actor.id, locale: actor.locale }, systemReason: reason }),
    parseEnv: () => ({ ...kernel.settings, locale: ctx.locale, now: ctx.now(), regions: kernel.regions }),
    formatEnv: (titles) => ({
      locale: ctx.locale,
      timeZone: kernel.settings.timeZone,
      regions: kernel.regions,
      titleOf: titles && ((id) => titles[id]),
    }),
  }
  return ctx
}
