import type { ObjectDefinition } from './define-object.ts'
import type { Field } from './field.ts'

/** What was made at run time: whole objects, fields added to others, and changes of standard settings. */
export type Customisation = {
  /** Another for other definitions. */
  version: number
  objects: readonly ObjectDefinition[]
  fields: readonly { object: string; name: string; field: Field; hidden?: boolean }[]
  /** Names of the modules that the company has switched off. */
  off?: ReadonlySet<string>
  /** Adjusts a standard definition: labels, choices, requirements. */
  adjust?(definition: ObjectDefinition): ObjectDefinition
}

export const noCustomisation: Customisation = { version: 0, objects: [], fields: [] }
