import { AppError } from '#shared/app-error'
import { type Customisation, noCustomisation } from './customisation.ts'
import type { Module } from './define-module.ts'
import type { ObjectDefinition } from './define-object.ts'
import type { Fields } from './field.ts'
import type { ObjectHooks } from './hooks.ts'
import { compileObject, type KindTable, type ObjectType, type OffModule } from './object-type.ts'

/** All objects in force, standard and custom; replaced as a whole when a custom definition changes. */
export type Registry = {
  version: number
  objects: ReadonlyMap<string, ObjectType>
  byPath: ReadonlyMap<string, ObjectType>
  /** Modules that are switched off, by their name. */
  off: ReadonlyMap<string, OffModule>
  /** Objects that live on the file of the named one. */
  children(name: string): readonly ObjectType[]
  /** The object whose records say who consents to what. */
  consents: ObjectType | undefined
  /** The object whose records keep others out of somebody's sight. */
  blinds: ObjectType | undefined
}

export function buildRegistry(
  modules: readonly Module[],
  kinds: KindTable,
  custom: Customisation = noCustomisation,
): Registry {
  const policies = new Map(modules.flatMap((module) => module.policies ?? []).map((policy) => [policy.object, policy]))
  const hooks = hooksOf(modules)
  const objects = new Map<string, ObjectType>()
  const off = modules.filter(({ name, optional }) => optional && custom.off?.has(name))
  const offObjects = new Map(off.flatMap((module) => (module.objects ?? []).map(({ name }) => [name, module])))
  const standard = modules.flatMap((module) => module.objects ?? [])
  for (const definition of [...standard, ...custom.objects]) {
    const whole = withCustomFields(definition, custom)
    const adjusted = custom.adjust ? custom.adjust(whole) : whole
    const fallback = definition.custom ? policies.get('*') : undefined
    objects.set(
      definition.name,
      compileObject(adjusted, {
        kinds,
        policy: policies.get(definition.name) ?? fallback,
        hooks: withCommon(hooks, definition.name),
        off: offObjects,
      }),
    )
  }
  const children = Map.groupBy(
    [...objects.values()].filter((type) => type.parent),
    (type) => type.parent?.object ?? '',
  )
  return {
    version: custom.version,
    objects,
    byPath: new Map([...objects.values()].map((type) => [type.path, type])),
    off: new Map(off.map((module) => [module.name, module])),
    children: (name) => children.get(name) ?? [],
    consents: [...objects.values()].find(({ definition }) => definition.consents),
    blinds: [...objects.values()].find(({ definition }) => definition.blinds),
  }
}

/** By object: each way of taking part in a write is one module's, but for following it and for preparing it, in the order of the modules. */
function hooksOf(modules: readonly Module[]): ReadonlyMap<string, ObjectHooks> {
  const known = new Map<string, ObjectHooks>()
  for (const [object, { written, ...given }] of modules.flatMap((module) => Object.entries(module.hooks ?? {}))) {
    const { prepare, ...before } = known.get(object) ?? { followers: [] }
    const { prepare: further, ...own } = given
    const [twice] = Object.keys(own).filter((name) => name in before)
    if (twice) throw new Error(`Two modules bring ${twice} for ${object}`)
    const both = prepare && further ? inTurn(prepare, further) : (prepare ?? further)
    const followers = [...before.followers, ...(written ? [written] : [])]
    known.set(object, { ...before, ...own, ...(both && { prepare: both }), followers })
  }
  return known
}

type Prepare = NonNullable<ObjectHooks['prepare']>

function inTurn(first: Prepare, then: Prepare): Prepare {
  return async (...write) => {
    await first(...write)
    await then(...write)
  }
}

/** Some modules follow the writes of all objects, whichever there are. */
function withCommon(hooks: ReadonlyMap<string, ObjectHooks>, object: string): ObjectHooks {
  const own = hooks.get(object) ?? { followers: [] }
  return { ...own, followers: [...own.followers, ...(hooks.get('*')?.followers ?? [])] }
}

const customColumns = 6

/** Custom fields stand in a section of their own, or among those of a custom object; hidden ones keep their data and show nowhere. */
function withCustomFields(definition: ObjectDefinition, custom: Customisation): ObjectDefinition {
  const added = custom.fields.filter(({ object }) => object === definition.name)
  if (!added.length) return definition
  const fields: Fields = {
    ...definition.fields,
    ...Object.fromEntries(added.map(({ name, field, hidden }) => [name, { ...field, custom: true, hidden }])),
  }
  const shown = added.filter(({ hidden }) => !hidden).map(({ name }) => name)
  const views = shown.length ? withFields(definition, shown) : definition.views
  return { ...definition, fields, views }
}

function withFields({ custom, views }: ObjectDefinition, shown: readonly string[]): ObjectDefinition['views'] {
  if (!custom) return { ...views, form: { ...views.form, custom: { label: customSection, fields: shown } } }
  const [first, ...others] = Object.entries(views.form)
  if (!first) return views
  const [name, section] = first
  const form = [[name, { ...section, fields: [...section.fields, ...shown] }] as const, ...others]
  return { ...views, list: [...views.list, ...shown.slice(0, customColumns)], form: Object.fromEntries(form) }
}

const customSection = { zh: '自定义字段', en: 'Custom fields' }

export function objectNamed(registry: Registry, name: string): ObjectType {
  const type = registry.objects.get(name)
  if (!type) throw new AppError(404, 'request.not_found')
  return type
}

/** The registry as it would be with these definitions, in the modules of a running kernel. */
export function buildDefinitions(
  kernel: { modules: readonly Module[]; kinds: KindTable },
  custom: Customisation,
): Registry {
  return buildRegistry(kernel.modules, kernel.kinds, custom)
}
