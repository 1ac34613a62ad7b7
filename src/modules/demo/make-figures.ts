import { type Context, systemActor } from '#kernel'
import { appraise } from '#modules/appraisals'
import { hashOf } from '#modules/indicators'
import { type CalendarPeriod, periodBefore, periodOf } from '#shared/calendar-period'
import type { Figures } from '#shared/figures'
import { demoStaff } from './demo-staff.ts'
import { actAs, type DemoWorld, travel } from './demo-world.ts'
import { languageOfCompany } from './language-of-company.ts'
import { random } from './random.ts'
import { teamWords } from './team-words.ts'
import { dateOf } from './work-time.ts'

const why = 'make the demo company'
const figureSeed = 31
const months = 5

/** What the work of some months came to, getting better, and two appraisals by the last of them. */
export async function makeFigures(ctx: Context, world: DemoWorld): Promise<void> {
  if (ctx.type('indicator_score').off) return
  const { until, ids } = world
  const then = travel(ctx, until).asSystem(why)
  let period = periodOf('month', dateOf(until))
  for (let back = 1; back <= months; back++) {
    period = periodBefore(period)
    const inputs = demoStaff.map(({ login, unit }, index) => {
      const figures = figuresOf(index, months - back)
      const owner = ids.user(login)
      const hash = hashOf({ period: period.name, owner, figures })
      return { input: { ...spanOf(period), owner, unit: ids.unit(unit), ...figures, hash } }
    })
    await then.recordsNamed('indicator_score').createMany(inputs)
  }
  if (!ctx.type('appraisal').off) await appraiseSome(ctx, world, periodBefore(periodOf('month', dateOf(until))))
}

function spanOf({ name, length, from, until }: CalendarPeriod) {
  return { period: name, length, from, until }
}

function figuresOf(person: number, month: number): Figures {
  const chance = random(figureSeed, person, month)
  const some = (low: number, high: number, of: number): number =>
    Math.min(of, Math.round((of * (chance.between(low, high) + month)) / 100))
  const [checked, files, tasks, updatesDue] = [
    chance.between(12, 30),
    chance.between(300, 900),
    chance.between(8, 20),
    chance.between(6, 18),
  ]
  return {
    checked,
    right: some(84, 96, checked),
    files,
    complete: some(76, 92, files),
    tasks,
    onTime: some(72, 94, tasks),
    updatesDue,
    updated: some(62, 88, updatesDue),
    age: chance.between(60, 140) - 6 * month,
    work: chance.between(40, 120),
  }
}

/** One that waits for the person's word, and one that is closed. The scheme stays off: nobody is appraised by themselves here. */
async function appraiseSome(ctx: Context, { ids, staff, until }: DemoWorld, period: CalendarPeriod): Promise<void> {
  const words = teamWords[await languageOfCompany(ctx)]
  const house = travel(ctx, until).with({ actor: systemActor, systemReason: why })
  const { id } = await house
    .recordsNamed('appraisal_scheme')
    .create({ name: words.scheme, role: 'clerk', length: period.length, active: false })
  const scheme = (await house.recordsNamed('appraisal_scheme').list({ where: { id }, limit: 1 })).items[0]
  for (const [index, login] of ['zhanglei', 'wangfang'].entries()) {
    const owner = ids.user(login)
    const where = { owner, period: period.name }
    const [kept] = (await house.recordsNamed('indicator_score').list({ where, limit: 1 })).items
    if (!scheme) return
    await appraise(house, { owner, period, scheme, kept })
    const [made] = (await house.recordsNamed('appraisal').list({ where, limit: 1 })).items
    if (!made) continue
    const manager = await actAs(ctx, staff('zhoulimin'), until)
    const said = { managerScore: 86 + 4 * index, managerWords: words.managerWords }
    const { version } = await manager.recordsNamed('appraisal').update(made.id, said, { version: 1 })
    if (index === 0) continue
    const person = await actAs(ctx, staff(login), until)
    await person.recordsNamed('appraisal').update(made.id, { answer: 'confirmed' }, { version })
  }
}
