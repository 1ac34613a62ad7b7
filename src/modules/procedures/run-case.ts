import { instantOf, localDate } from '#field-types'
import { type Context, takeTurn } from '#kernel'
import { edition, fileFieldOf, governedBy, stepsIn } from '#modules/publications'
import { customer, task } from '#objects'
import { AppError } from '#shared/app-error'
import { addWorkingDays } from '#shared/working-days'
import { caseStep } from './case-step.ts'
import { ownerOf } from './owner-of.ts'
import { procedureCase } from './procedure-case.ts'

const why = 'a procedure is carried out'
const endOfDay = { hour: 18, minute: 0, second: 0, ms: 0 }

/** What a case is about: a customer's file, or a record that stands on it or names it. */
type Subject = { file: string; object: string | null; record: string | null }

/** Starts a procedure on a record, for whoever may work on that. */
export async function startCase(
  ctx: Context,
  of: { object: string; record: string },
  version: string,
): Promise<string> {
  const type = ctx.kernel.registry.objects.get(of.object)
  if (!type) throw new AppError(404, 'request.not_found')
  const target = await ctx.recordsNamed(type.name).get(of.record)
  if (!target.can.includes('update')) throw new AppError(403, 'access.forbidden')
  const isFile = type.name === customer.name
  const file = isFile ? of.record : target[fileFieldOf(type) ?? '']
  if (typeof file !== 'string') throw new AppError(409, 'procedure.no_file')
  const { stage } = await ctx.records(customer).get(file)
  const text = await ctx.records(edition).get(version)
  const isStage = !Array.isArray(text.stages) || text.stages.length === 0 || text.stages.includes(stage)
  const governed = await governedBy(ctx, text)
  if (text.state !== 'in_force' || text.kind !== 'procedure' || !isStage || governed !== type.name)
    throw new AppError(409, 'procedure.not_here')
  const subject = isFile ? { object: null, record: null } : { object: type.name, record: of.record }
  return ctx.transaction((tx) => beginCase(tx, { file, ...subject }, version))
}

/** A case with all of its steps, the first of them open; who may start it has been asked. */
export async function beginCase(ctx: Context, subject: Subject, version: string): Promise<string> {
  const { file, object, record } = subject
  await takeTurn(ctx.db, `procedure ${file}`)
  const system = ctx.asSystem(why)
  const text = await system.records(edition).get(version)
  const steps = stepsIn(text.steps) ?? []
  if (!steps.length) throw new AppError(409, 'procedure.not_here')
  if (await isRunning(ctx, subject, String(text.publication))) throw new AppError(409, 'procedure.running')
  const { id } = await system.records(procedureCase).create({
    customer: file,
    object,
    record,
    name: String(text.title),
    edition: version,
    startedAt: ctx.now().toISOString(),
    startedBy: ctx.actor.id,
  })
  await system.records(caseStep).createMany(
    steps.map(({ name, what, role, person, days, must, fields, verified }, at) => ({
      input: {
        customer: file,
        run: id,
        procedure: String(text.title),
        position: at + 1,
        name,
        what: what ?? null,
        role,
        person: role === 'person' ? (person ?? null) : null,
        days,
        must,
        needed: fields.length ? fields : null,
        verified: verified.length ? verified : null,
      },
    })),
  )
  await openNext(ctx, id)
  return id
}

/** In any of its versions: a new one is no reason for doing all of it twice. */
async function isRunning(ctx: Context, { file, record }: Subject, publication: string): Promise<boolean> {
  const system = ctx.asSystem(why)
  const running = await system.records(procedureCase).list({
    where: { customer: file, state: 'running', record: record ?? { empty: true } },
    limit: 200,
    uncounted: true,
  })
  const versions = running.items.flatMap(({ values: { edition: of } }) => (typeof of === 'string' ? [of] : []))
  if (!versions.length) return false
  const same = await system
    .records(edition)
    .list({ where: { id: { in: versions }, publication }, limit: 1, uncounted: true })
  return same.items.length > 0
}

/** The turn of the next step: its owner gets a task. Behind the last one the case is done. */
export async function openNext(ctx: Context, run: string): Promise<void> {
  const system = ctx.asSystem(why)
  const { items } = await system
    .records(caseStep)
    .list({ where: { run, state: 'waiting' }, sort: 'position', limit: 1, uncounted: true })
  const [next] = items
  const now = ctx.now().toISOString()
  if (!next) {
    await system.records(procedureCase).update(run, { state: 'done', endedAt: now })
    return
  }
  const { values } = next
  const file = await system.records(customer).get(String(values.customer))
  const held = { id: file.id, owner: typeof file.owner === 'string' ? file.owner : null, unit: file.unit }
  const { startedBy } = await system.records(procedureCase).get(run)
  const maker = typeof startedBy === 'string' ? startedBy : null
  const doer = { role: String(values.role ?? 'owner'), person: values.person, maker }
  const owner = (await ownerOf(ctx, held, doer)) ?? ctx.actor.id
  const dueAt = closeOf(ctx, Number(values.days ?? 0))
  const todo = await system.records(task).create({
    title: String(values.name),
    customer: file.id,
    assignee: owner,
    assigner: ctx.actor.id ?? owner,
    kind: 'procedure',
    dueAt,
    details: typeof values.what === 'string' ? values.what : null,
  })
  await system.records(caseStep).update(next.id, { state: 'open', owner, todo: todo.id, openedAt: now, dueAt })
}

/** When work is over, so many working days from today. */
function closeOf(ctx: Context, days: number): string {
  const { calendar, timeZone } = ctx.kernel.settings
  const today = localDate(ctx.now(), timeZone)
  const [year = 0, month = 1, day = 1] = (addWorkingDays(calendar, today, days) ?? today).split('-').map(Number)
  return instantOf({ year, month, day, ...endOfDay }, timeZone).toISOString()
}
