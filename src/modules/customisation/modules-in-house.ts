import { auditRow, authorize, type Context, countRows, countUnfinished, type Module, type Pointing } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Label } from '#shared/label'
import { lackedBy, neederOf } from './check-switch.ts'
import { moduleSwitch } from './module-switch.ts'

type ModuleFacts = {
  name: string
  label: Label
  /** What everybody misses without it; null: the house stands on it. */
  gone: Label | null
  active: boolean
}

/** All that the house consists of, for whoever may switch parts of it. */
export async function modulesInHouse(ctx: Context): Promise<ModuleFacts[]> {
  authorize(ctx, ctx.type(moduleSwitch.name), 'update')
  const { modules, registry } = ctx.kernel
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'list', object: moduleSwitch.name }))
  return modules.map(({ name, label, optional }) => ({
    name,
    label,
    gone: optional?.gone ?? null,
    active: !registry.off.has(name),
  }))
}

type ForeseenSwitch = {
  /** With how many records each, the recycle bin included. */
  objects: { label: Label; records: number }[]
  /** What other objects say of these. */
  fields: { object: Label; label: Label }[]
  /** Views, charts and stars that are pointless without them. */
  pointing: Pointing[]
  /** Work under way, which rests. */
  jobs: number
  /** Modules that have to be switched first. */
  first: Label[]
}

/** What goes with a module, or comes back with it. */
export async function foreseeSwitch(ctx: Context, name: string): Promise<ForeseenSwitch> {
  authorize(ctx, ctx.type(moduleSwitch.name), 'update')
  const { modules, registry } = ctx.kernel
  const module = modules.find((one) => one.name === name && one.optional)
  if (!module) throw new AppError(404, 'request.not_found')
  const own = new Set((module.objects ?? []).map((object) => object.name))
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'count', object: moduleSwitch.name }))
  const system = ctx.asSystem('foresee a switch')
  const objects: ForeseenSwitch['objects'] = []
  for (const object of own) {
    const type = ctx.type(object)
    objects.push({
      label: type.definition.label,
      records: await system.reading((tx) => countRows(tx, type), { many: true }),
    })
  }
  const others = [...registry.objects.values()].filter((type) => !own.has(type.name))
  const fields = others.flatMap((type) =>
    [...type.fields.values()].flatMap(({ field, kind }) => {
      const target = field.rollup?.object ?? kind.target?.(field)
      return target && own.has(target) ? [{ object: type.definition.label, label: field.label }] : []
    }),
  )
  return {
    objects,
    fields,
    pointing: await pointingAt(system, modules, [...own]),
    jobs: await countUnfinished(ctx, kindsOf(module)),
    first: (registry.off.has(name) ? lackedBy : neederOf)(ctx, name, registry.off).map(({ label }) => label),
  }
}

async function pointingAt(ctx: Context, modules: readonly Module[], objects: readonly string[]): Promise<Pointing[]> {
  const found: Pointing[] = []
  for (const module of objects.length ? modules : []) found.push(...((await module.pointing?.(ctx, objects)) ?? []))
  return found.filter(({ count }) => count > 0)
}

export function kindsOf({ jobs = [] }: Module): readonly string[] {
  return jobs.map(({ kind }) => kind)
}
