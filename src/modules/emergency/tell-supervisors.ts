import { type Context, systemActor } from '#kernel'
import { task, unit, user } from '#objects'

export type EmergencyFile = { id: string; unit: string | null; level: number }
type Told = { access: string; file: EmergencyFile; number: string; reviewBy: string }

const why = 'tell the supervisors of an emergency access'
const deepest = 50

const titles = {
  zh: (name: string, number: string) => `复核${name}对客户 ${number} 的紧急访问`,
  en: (name: string, number: string) => `Review the emergency access of ${name} to file ${number}`,
} as const

/** A task for the heads and for each manager above the file. The person's own name does not stand on it: it is not theirs to close. */
export async function tellSupervisors(ctx: Context, { access, file, number, reviewBy }: Told): Promise<void> {
  const system = ctx.with({ actor: systemActor, systemReason: why })
  const units = file.unit ? await unitsUpFrom(system, file.unit) : []
  const { items } = await system.records(user).list({
    where: { active: true, or: [{ role: 'head' }, { role: 'manager', unit: { in: units } }] },
    limit: 200,
    uncounted: true,
  })
  const now = ctx.now().getTime()
  const told = items.filter(
    ({ id, values }) =>
      id !== ctx.actor.id && !(typeof values.validUntil === 'string' && Date.parse(values.validUntil) <= now),
  )
  await system.records(task).createMany(
    told.map(({ id, values }) => ({
      input: {
        title: titles[values.language === 'en' ? 'en' : 'zh'](ctx.actor.name, number),
        customer: file.id,
        emergencyAccess: access,
        assignee: id,
        dueAt: reviewBy,
      },
    })),
  )
}

/** A unit and those above it. */
async function unitsUpFrom(ctx: Context, first: string): Promise<string[]> {
  const chain = [first]
  while (chain.length < deepest) {
    const where = { id: chain.at(-1) ?? '' }
    const { items } = await ctx.records(unit).list({ where, limit: 1, uncounted: true })
    const parent = items[0]?.values.parent
    if (typeof parent !== 'string' || chain.includes(parent)) break
    chain.push(parent)
  }
  return chain
}
