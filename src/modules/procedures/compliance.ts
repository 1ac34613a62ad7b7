import { instantOf, localDate } from '#field-types'
import {
  auditRow,
  type Beside,
  type Context,
  changesOutOfTurn,
  changesUnbound,
  countBy,
  moduleOff,
  type ObjectType,
  ruling,
  type Span,
  survey,
  systemActor,
} from '#kernel'
import { edition, governedBy, stepsIn } from '#modules/publications'
import { customer, user } from '#objects'
import { AppError } from '#shared/app-error'
import { caseStep } from './case-step.ts'
import { procedureCase } from './procedure-case.ts'

const why = 'whether procedures are kept to'
const most = 200

export type Compliance = {
  /** The moments between which the turn of these steps came. */
  span: Span
  /** By procedure, role and person: how the steps ended whose turn came in the period. */
  steps: {
    procedure: string
    role: string | null
    person: string | null
    name: string | null
    done: number
    late: number
    skipped: number
    open: number
  }[]
  edits: {
    kind: 'another' | 'no_case'
    procedure: string
    object: string
    record: string
    /** Null where the reader may not see the record. */
    title: string | null
    field: string
    by: string
    name: string
    at: string
  }[]
  /** Whether these are all edits, not the latest ones alone. */
  whole: boolean
}

/** From the one day to the end of the other: for who leads, of the files in their reach; for who answers for the trail, of all. */
export async function compliance(ctx: Context, days: { from: string; until: string }): Promise<Compliance> {
  const type = ctx.type(caseStep.name)
  if (type.off) throw moduleOff(ctx, type.off)
  const audits = ctx.actor.duties.includes('trail')
  if (!audits && ruling(ctx, ctx.type('publication'), 'create') === false) throw new AppError(403, 'access.forbidden')
  const seen = audits ? ctx.asSystem(why) : ctx
  const span = spanOf(ctx, days)
  const counted = await countSteps(ctx, seen, span)
  const { edits, whole } = await editsBeside(ctx, seen, span)
  const named = [...counted.flatMap(({ person }) => person ?? []), ...edits.map(({ by }) => by)]
  const names = await namesOf(ctx, user.name, named)
  const titles = await titlesSeen(ctx, edits)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'group', object: caseStep.name, detail: days }))
  return {
    span,
    steps: counted.map((line) => ({ ...line, name: names.get(line.person ?? '') ?? null })),
    edits: edits.map((edit) => ({ ...edit, title: titles.get(edit.record) ?? null, name: names.get(edit.by) ?? '' })),
    whole,
  }
}

type Counted = Omit<Compliance['steps'][number], 'name'>

async function countSteps(ctx: Context, seen: Context, { from, until }: Span): Promise<Counted[]> {
  const rows = await countBy(ctx, {
    object: caseStep,
    under: { field: 'run', object: procedureCase, by: 'name' },
    by: ['role', 'owner'],
    where: { openedAt: { gte: from, lt: until } },
    counts: {
      done: { where: { state: 'done' } },
      late: { where: { or: [{ late: true }, { state: 'open', dueAt: { lt: ctx.now().toISOString() } }] } },
      skipped: { where: { state: 'skipped' } },
      open: { where: { state: 'open' } },
    },
    seen,
    most,
  })
  return rows
    .map(({ under, by: [role = null, person = null], counts }) => ({
      procedure: under,
      role,
      person,
      ...counts,
    }))
    .sort((one, other) => one.procedure.localeCompare(other.procedure) || other.late - one.late)
}

type Edit = Omit<Compliance['edits'][number], 'name' | 'title'>

/** Governed fields that were changed while the step at work was another's, and those that a procedure leaves to cases alone. */
async function editsBeside(ctx: Context, seen: Context, span: Span): Promise<{ edits: Edit[]; whole: boolean }> {
  const looked = { span, seen, most: most + 1 }
  const run = { object: procedureCase, record: 'record' }
  const turn = { object: caseStep, run, owner: 'owner', from: 'openedAt', until: 'endedAt' }
  const bound = { run, from: 'startedAt', until: 'endedAt', version: 'edition' }
  const rules = await rulesOfUpdates(ctx)
  const told: Edit[] = []
  for (const type of await governedTypes(ctx, [...rules.keys()])) {
    const fields = { fields: ['needed', 'verified'], whole: 'run' }
    const others = await changesOutOfTurn(ctx, type, { ...turn, ...fields }, looked)
    const procedures = await proceduresOf(ctx, others)
    const unbound = await changesUnbound(ctx, type, { ...bound, rules: rules.get(type.name) ?? [] }, looked)
    told.push(
      ...others.map((one) => editOf(type, one, { kind: 'another', procedure: procedures.get(one.told) ?? '' })),
      ...unbound.map((one) => editOf(type, one, { kind: 'no_case', procedure: one.told })),
    )
  }
  told.sort((one, other) => other.at.localeCompare(one.at))
  const edits = [...new Map(told.map((edit) => [`${edit.record} ${edit.field} ${edit.at} ${edit.by}`, edit])).values()]
  return { edits: edits.slice(0, most), whole: told.length <= most }
}

/** Objects on whose records cases have run, or that a procedure for updates governs. */
async function governedTypes(ctx: Context, ruled: readonly string[]): Promise<ObjectType[]> {
  const found = await survey(houseOf(ctx), ctx.type(procedureCase.name), {
    where: { object: { empty: false } },
    fields: ['object'],
  })
  const names = new Set([customer.name, ...ruled, ...found.map(({ values }) => String(values.object))])
  return [...names].flatMap((name) => ctx.kernel.registry.objects.get(name) ?? []).filter((type) => !type.off)
}

function editOf(
  type: ObjectType,
  { record, field, by, at }: Beside,
  { kind, procedure }: Pick<Edit, 'kind' | 'procedure'>,
): Edit {
  return { kind, procedure, object: type.name, record, field, by, at: new Date(at).toISOString() }
}

async function proceduresOf(ctx: Context, edits: readonly Beside[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(edits.map(({ told }) => told))]
  const system = houseOf(ctx)
  const steps = await survey(system, ctx.type(caseStep.name), { where: { id: { in: ids } }, fields: ['run'] })
  const runs = new Map(steps.map(({ id, values }) => [id, String(values.run)]))
  const names = await namesOf(ctx, procedureCase.name, [...runs.values()])
  return new Map([...runs].map(([id, run]) => [id, names.get(run) ?? '']))
}

type Rules = Parameters<typeof changesUnbound>[2]['rules']

/** Procedures in force for updates that have steps, by the object that they govern: fields which those name are changed in a case. */
async function rulesOfUpdates(ctx: Context): Promise<ReadonlyMap<string, Rules>> {
  const system = houseOf(ctx)
  const type = ctx.type(edition.name)
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  const found = await survey(system, type, {
    where: {
      kind: 'procedure',
      state: 'in_force',
      act: 'update',
      or: [{ until: { empty: true } }, { until: { gte: today } }],
    },
    fields: ['title', 'steps', 'stages', 'publication', 'publishedAt', 'from', 'governs', 'governsOwn'],
  })
  const rules = new Map<string, Rules>()
  for (const { values } of found) {
    const fields = (stepsIn(values.steps) ?? []).flatMap((step) => [...step.fields, ...step.verified])
    const governed = await governedBy(system, values)
    if (!fields.length || governed === null) continue
    const versions = await survey(system, type, {
      where: { publication: String(values.publication) },
      fields: ['number'],
    })
    const published = String(values.publishedAt)
    const begins = typeof values.from === 'string' ? midnightOf(ctx, values.from) : published
    const stages = Array.isArray(values.stages) ? values.stages.map(String) : []
    const rule = {
      told: String(values.title),
      fields: [...new Set(fields)],
      since: begins > published ? begins : published,
      versions: versions.map(({ id }) => id),
      where: stages.length && governed === customer.name ? { stage: { in: stages } } : {},
    }
    rules.set(governed, [...(rules.get(governed) ?? []), rule])
  }
  return rules
}

async function namesOf(ctx: Context, object: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!ids.length) return new Map()
  const asked = { where: { id: { in: [...new Set(ids)] } }, fields: ['name'] }
  const found = await survey(houseOf(ctx), ctx.type(object), asked)
  return new Map(found.map(({ id, values }) => [id, String(values.name)]))
}

/** Of the records that the reader may see. */
async function titlesSeen(ctx: Context, edits: readonly Edit[]): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (const [object, some] of Map.groupBy(edits, (edit) => edit.object)) {
    const type = ctx.type(object)
    if (ruling(ctx, type, 'read') === false) continue
    const { title } = type.definition
    const ids = [...new Set(some.map(({ record }) => record))]
    const asked = { where: { id: { in: ids } }, fields: [title], limit: most, uncounted: true } as const
    const { items } = await ctx.recordsNamed(object).list(asked)
    for (const { id, values } of items) titles.set(id, String(values[title] ?? ''))
  }
  return titles
}

/** What is worked out beside the answer is no reading of anybody's. */
function houseOf(ctx: Context): Context {
  return ctx.with({ actor: systemActor, systemReason: why })
}

function spanOf(ctx: Context, { from, until }: { from: string; until: string }): Span {
  const end = new Date(`${until}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + 1)
  return { from: midnightOf(ctx, from), until: midnightOf(ctx, end.toISOString().slice(0, 10)) }
}

function midnightOf(ctx: Context, date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf(
    { year, month, day, hour: 0, minute: 0, second: 0, ms: 0 },
    ctx.kernel.settings.timeZone,
  ).toISOString()
}
