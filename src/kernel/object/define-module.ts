import type { Label } from '#shared/label'
import type { Purpose } from '../access/purpose.ts'
import type { Role } from '../access/role.ts'
import type { Context, Settings } from '../context.ts'
import type { EndedJob, Job } from '../jobs/define-job.ts'
import type { Customisation } from './customisation.ts'
import type { ObjectDefinition } from './define-object.ts'
import type { Policy } from './define-policy.ts'
import type { Hooks } from './hooks.ts'
import type { Registry } from './registry.ts'

export type Module = {
  name: string
  label: Label
  /** A company may do without it and switch it off; `gone`: what everybody misses then, in a sentence. Absent: the house stands on it. */
  optional?: { gone: Label }
  objects?: readonly ObjectDefinition[]
  policies?: readonly Policy[]
  roles?: readonly Role[]
  /** Reads what the company has set for all of its records. */
  readSettings?(ctx: Context): Promise<Partial<Settings>>
  /** Reads roles that were made at run time. */
  readRoles?(ctx: Context): Promise<readonly Role[]>
  /** Reads the purposes of use in force. */
  readPurposes?(ctx: Context): Promise<readonly Purpose[]>
  /** By object name; `*`: of each there is, where only `written` counts. */
  hooks?: Readonly<Record<string, Hooks>>
  jobs?: readonly Job[]
  /** Makes what a company begins with, in the transaction of its set-up. */
  begin?(ctx: Context): Promise<void>
  /** Runs once a day, as the system. */
  maintain?(ctx: Context): Promise<void>
  /** Runs every few minutes, as the system: what follows from the clock. */
  tick?(ctx: Context): Promise<void>
  /** Runs some seconds after records of objects that it heeds were changed, as the system: what need not wait for the clock. */
  soon?: { heeds(registry: Registry, object: string): boolean; run(ctx: Context): Promise<void> }
  /** Follows a job that has ended, in the transaction that notes it. */
  jobEnded?(ctx: Context, job: EndedJob): Promise<void>
  /** How many of its records point by name at records of these objects, such as charts of them: what is pointless without them. */
  pointing?(ctx: Context, objects: readonly string[]): Promise<readonly Pointing[]>
  /** Reads what was defined at run time. */
  customise?(ctx: Context): Promise<Customisation>
}

export type Pointing = { label: Label; count: number }

export function defineModule(module: Module): Module {
  return module
}
