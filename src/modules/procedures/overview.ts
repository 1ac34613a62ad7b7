import type { Context } from '#kernel'
import { caseStep } from './case-step.ts'

type StepFigures = {
  name: string
  open: number
  late: number
  done: number
  skipped: number
  /** Half of those that are done took no longer. */
  medianDays: number | null
}

export type ProcedureFigures = { name: string; running: number; steps: StepFigures[] }

const pages = 50
const dayMs = 86_400_000

/** Where the cases that the reader may see stand: by procedure and step, the one that holds up most of them named by its figures. */
export async function overview(ctx: Context): Promise<ProcedureFigures[]> {
  const now = ctx.now().getTime()
  const found = new Map<string, Map<string, Seen>>()
  const running = new Map<string, Set<string>>()
  for await (const { values, procedure } of stepsSeen(ctx)) {
    const steps = found.get(procedure) ?? new Map<string, Seen>()
    found.set(procedure, steps)
    const step = steps.get(String(values.name)) ?? { position: Number(values.position), ...nothing(), days: [] }
    steps.set(String(values.name), step)
    const state = String(values.state)
    if (state === 'open' || state === 'waiting')
      running.set(procedure, (running.get(procedure) ?? new Set()).add(String(values.run)))
    if (state === 'open') step.open++
    if (state === 'open' && Date.parse(String(values.dueAt)) < now) step.late++
    if (state === 'skipped') step.skipped++
    if (state !== 'done') continue
    step.done++
    step.days.push((Date.parse(String(values.endedAt)) - Date.parse(String(values.openedAt))) / dayMs)
  }
  return [...found]
    .map(([name, steps]) => ({
      name,
      running: running.get(name)?.size ?? 0,
      steps: [...steps]
        .sort(([, one], [, other]) => one.position - other.position)
        .map(([step, { position: _, days, ...figures }]) => ({ name: step, ...figures, medianDays: medianOf(days) })),
    }))
    .sort((one, other) => other.running - one.running)
}

type Seen = { position: number; open: number; late: number; done: number; skipped: number; days: number[] }
const nothing = () => ({ open: 0, late: 0, done: 0, skipped: 0 })

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return lower === undefined || upper === undefined ? null : Math.round(((lower + upper) / 2) * 10) / 10
}

/** Newest cases first, with the name of the procedure; a bounded number of them. */
async function* stepsSeen(ctx: Context) {
  let after: string | undefined
  for (let page = 0; page < pages; page++) {
    const { items, next, titles } = await ctx
      .records(caseStep)
      .list({ sort: '-createdAt', limit: 200, uncounted: true, after })
    for (const { values } of items) yield { values, procedure: titles[String(values.run)] ?? '' }
    if (!next) return
    after = next
  }
}
