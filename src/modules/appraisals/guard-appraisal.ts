import type { Context, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { marksIn } from './marks.ts'
import { totalOf } from './score.ts'

/** Whose turn it is in which state, and what they say. */
const turns = {
  writing: { whose: 'manager', says: ['managerScore', 'managerWords'] },
  shown: { whose: 'owner', says: ['answer', 'answerWords'] },
  appealed: { whose: 'superior', says: ['decision', 'decidedScore', 'decisionReason'] },
} as const

const said = Object.values(turns).flatMap(({ says }) => says)

/** Each says the own part whole and in turn, which hands it on; what is closed stays as it is, also for the house itself. */
export function prepareAppraisal(ctx: Context, values: Values, before: Values | null): void {
  if (!before) return
  const { state } = before
  if (state === 'closed') throw new AppError(409, 'appraisal.closed')
  if (ctx.systemReason) return
  if (!isOpen(state)) return
  const { whose, says } = turns[state]
  if (before[whose] !== ctx.actor.id || before.owner === before.manager) throw new AppError(403, 'appraisal.not_yours')
  const told: readonly string[] = says
  const changed = said.filter((field) => (values[field] ?? null) !== (before[field] ?? null))
  for (const field of changed) if (!told.includes(field)) refuse(field, 'appraisal.not_now')
  if (!changed.length) return
  const now = ctx.now().toISOString()
  if (state === 'writing') write(values, now)
  if (state === 'shown') answer(values, now)
  if (state === 'appealed') decide(values, now)
}

function isOpen(state: unknown): state is keyof typeof turns {
  return typeof state === 'string' && state in turns
}

function write(values: Values, now: string): void {
  need(values, 'managerScore')
  need(values, 'managerWords')
  Object.assign(values, { state: 'shown', shownAt: now, total: totalWith(values, values.managerScore) })
}

function answer(values: Values, now: string): void {
  need(values, 'answer')
  if (values.answer === 'appealed') need(values, 'answerWords')
  values.answeredAt = now
  if (values.answer === 'appealed') values.state = 'appealed'
  else close(values, now)
}

function decide(values: Values, now: string): void {
  need(values, 'decision')
  need(values, 'decisionReason')
  if (values.decision === 'changed') need(values, 'decidedScore')
  else if (isThere(values.decidedScore)) refuse('decidedScore', 'appraisal.kept_score')
  if (values.decision === 'changed') values.total = totalWith(values, values.decidedScore)
  close(values, now)
}

function close(values: Values, now: string): void {
  Object.assign(values, { state: 'closed', closedAt: now })
}

function totalWith(values: Values, score: unknown): number | null {
  return totalOf([...marksIn(values.marks), { weight: Number(values.managerWeight ?? 0), score: Number(score) }])
}

const isThere = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

function need(values: Values, field: (typeof said)[number]): void {
  if (!isThere(values[field])) refuse(field, 'appraisal.whole')
}

function refuse(path: string, code: ErrorCode): never {
  throw new AppError(422, code, { errors: [{ path, code, params: {} }] })
}
