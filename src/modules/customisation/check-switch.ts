import { type Context, type Module, takeTurn, type Values } from '#kernel'
import { keep, refuse } from './check.ts'
import { moduleSwitch } from './module-switch.ts'
import { neededModules } from './needed-modules.ts'

/** Refuses what would switch off the ground that others stand on, and says which those are. */
export async function checkSwitch(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before) keep(['module'], values, before)
  const name = String(values.module)
  const { modules } = ctx.kernel
  const module = modules.find((one) => one.name === name) ?? refuse('module', 'module.unknown', { module: name })
  const label = module.label[ctx.locale]
  if (!module.optional) refuse('module', 'module.basis', { module: label })
  // Each at its own moment: two at once could leave one without the other.
  await takeTurn(ctx.db, moduleSwitch.name)
  const off = offBy(await readSwitches(ctx))
  // Whatever is not plainly on is looked at as off, and the other way round: values may not be read yet.
  const others = [
    ...(values.active === true ? [] : neederOf(ctx, name, off)),
    ...(values.active === false ? [] : lackedBy(ctx, name, off)),
  ]
  if (others.length === 0) return labelIt(values, module)
  const told = {
    module: label,
    others: others.map((one) => one.label[ctx.locale]).join(ctx.locale === 'zh' ? '、' : ', '),
  }
  refuse('active', values.active === false ? 'module.needed' : 'module.needs', told)
}

function labelIt(values: Values, { label }: Module): void {
  Object.assign(values, { labelZh: label.zh, labelEn: label.en })
}

async function readSwitches(ctx: Context): Promise<readonly Values[]> {
  const asked = { sort: 'createdAt', limit: 200, uncounted: true }
  const { items } = await ctx.asSystem('read switches').records(moduleSwitch).list(asked)
  return items.map(({ values }) => values)
}

/** The modules that are off: of several switches of one the latest holds. */
export function offBy(switches: readonly Values[]): ReadonlySet<string> {
  const states = new Map(switches.map(({ module, active }) => [String(module), active]))
  return new Set([...states].filter(([, active]) => active === false).map(([name]) => name))
}

/** Those that are on and cannot be without it. */
export function neederOf({ kernel }: Context, name: string, off: { has(name: string): boolean }): readonly Module[] {
  const needed = neededModules(kernel.modules, kernel.kinds)
  return kernel.modules.filter((one) => !off.has(one.name) && needed.get(one.name)?.includes(name))
}

/** Those that are off and that it cannot be without. */
export function lackedBy({ kernel }: Context, name: string, off: { has(name: string): boolean }): readonly Module[] {
  const needed = neededModules(kernel.modules, kernel.kinds).get(name) ?? []
  return kernel.modules.filter((one) => off.has(one.name) && needed.includes(one.name))
}
