import { z } from 'zod'
import { beginAttempt, type Context, isUuid, makeContext, systemActor, uncountAttempt } from '#kernel'
import {
  answerConfirmation,
  askCustomer,
  mostDays,
  offerOf,
  openConfirmation,
  withdrawLink,
} from '#modules/confirmations'
import { AppError } from '#shared/app-error'
import { type Locale, locales } from '#shared/label'
import { untilBeat } from '../even-time.ts'
import { type Call, type Route, route } from './route.ts'

const check = z.enum(['phone', 'code'])
const presented = {
  token: z.string().min(1).max(200),
  check: z.string().trim().min(1).max(20),
  locale: z.enum(locales),
}
const label = z.object({ zh: z.string(), en: z.string() })

const fieldAnswer = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('right') }),
  z.strictObject({ is: z.literal('gone') }),
  z.strictObject({ is: z.literal('value'), value: z.string().max(1_000) }),
])

const shown = z.object({
  version: z.number().int(),
  fields: z.array(
    z.object({
      name: z.string(),
      label,
      kind: z.string(),
      value: z.string().nullable(),
      masked: z.boolean(),
      required: z.boolean(),
    }),
  ),
})

/** Links on which customers confirm their own data: made and withdrawn by whoever may change the file, opened and answered without signing in. */
export const confirmationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/customers/:id/confirmation-offer',
    status: 200,
    problems: [404],
    answer: z.object({
      fields: z.array(z.object({ name: z.string(), usual: z.boolean() })),
      mail: z.boolean(),
      check,
    }),
    summary: { zh: '可请客户确认哪些字段', en: 'What a customer can be asked to confirm' },
    handle: ({ ctx, params }) => offerOf(ctx, idIn(params)),
  }),
  route({
    method: 'POST',
    url: '/api/customers/:id/confirmations',
    status: 201,
    problems: [404, 409],
    body: z.strictObject({
      fields: z.array(z.string().min(1).max(80)).min(1).max(30),
      language: z.enum(locales),
      days: z.number().int().min(1).max(mostDays),
      way: z.enum(['mail', 'copy']),
    }),
    answer: z.object({ id: z.uuid(), check, token: z.string().nullable(), code: z.string().nullable() }),
    summary: { zh: '请客户确认资料', en: 'Ask a customer to confirm data' },
    handle: ({ ctx, params, body }) => askCustomer(ctx, idIn(params), body),
  }),
  route({
    method: 'POST',
    url: '/api/confirmation-links/:id/withdrawal',
    status: 204,
    problems: [404, 409],
    summary: { zh: '撤回确认链接', en: 'Withdraw a confirmation link' },
    handle: ({ ctx, params }) => withdrawLink(ctx, idIn(params)),
  }),
  route({
    method: 'POST',
    url: '/api/confirmations/openings',
    status: 200,
    problems: [403, 429],
    open: true,
    body: z.strictObject(presented),
    answer: shown,
    summary: { zh: '客户打开确认链接', en: 'Open a confirmation link' },
    handle: (call) => evenly(call, (house) => openConfirmation(house, call.body)),
  }),
  route({
    method: 'POST',
    url: '/api/confirmations/answers',
    status: 204,
    problems: [403, 409, 422, 429],
    open: true,
    body: z.strictObject({
      ...presented,
      version: z.number().int(),
      answers: z.record(z.string().max(80), fieldAnswer),
    }),
    summary: { zh: '客户提交答复', en: 'Answer on a confirmation link' },
    handle: (call) => evenly(call, (house) => answerConfirmation(house, call.body, call.ctx.actor.id !== null)),
  }),
]

/** Longer than any way to a refusal takes, so that none tells by its time how far it came. */
const refusalMs = 250

/** The house acts for who has not signed in. Whatever does not lead to a good link is counted for its address, and told in the same words after the same time. */
async function evenly<T>(call: Call & { body: { locale: Locale } }, work: (house: Context) => Promise<T>): Promise<T> {
  const { kernel, ctx, request, reply, body } = call
  const counted = ctx.ip === null ? undefined : ({ kind: 'ip', text: ctx.ip } as const)
  const seconds = counted ? await beginAttempt(kernel.db, counted) : 0
  if (seconds > 0) throw new AppError(429, 'access.too_many_attempts', { params: { seconds } })
  request.readerLocale = body.locale
  const { ip, requestId } = ctx
  const actor = { ...systemActor, locale: body.locale }
  const house = makeContext({ kernel, actor, channel: 'link', ip, requestId, systemReason: 'confirmation link' })
  try {
    const done = await work(house)
    if (counted) await uncountAttempt(kernel.db, counted)
    return done
  } catch (error) {
    const isDead = error instanceof AppError && error.status === 403
    if (isDead) await untilBeat(reply.elapsedTime, refusalMs)
    else if (counted) await uncountAttempt(kernel.db, counted)
    throw error
  }
}

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
