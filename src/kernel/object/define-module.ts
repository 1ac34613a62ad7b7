import type { Label } from '#shared/label'
import type { Job } from '../jobs/define-job.ts'
import type { ObjectDefinition } from './define-object.ts'
import type { Policy } from './define-policy.ts'
import type { Hooks } from './hooks.ts'

export type Module = {
  name: string
  label: Label
  objects?: readonly ObjectDefinition[]
  policies?: readonly Policy[]
  /** By object name. */
  hooks?: Readonly<Record<string, Hooks>>
  jobs?: readonly Job[]
}

export function defineModule(module: Module): Module {
  return module
}
