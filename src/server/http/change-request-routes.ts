import { z } from 'zod'
import {
  answerAsker,
  askMaker,
  courseKinds,
  decide,
  decideTogether,
  drawProposals,
  handOver,
  isUuid,
  mostTogether,
  proposedOperations,
  renew,
  showProposal,
  singleVerdicts,
  verdicts,
  withdraw,
} from '#kernel'
import { AppError } from '#shared/app-error'
import { groundsHeader } from '#shared/grounds'
import { type Call, type Route, route } from './route.ts'

const items = z.array(
  z.object({ field: z.string(), live: z.unknown(), proposed: z.unknown(), keyed: z.unknown().optional() }),
)
const file = z.object({ object: z.string(), record: z.uuid() }).nullable()
const part = z.object({
  id: z.uuid(),
  subject: z.string(),
  object: z.string(),
  record: z.uuid(),
  operation: z.enum(proposedOperations),
  file,
  stale: z.boolean(),
  cause: z.string().nullable(),
  items,
})

const counts = z.array(z.object({ object: z.string(), count: z.number().int() }))
const merge = z.object({
  kept: z.uuid(),
  joined: z.array(z.uuid()),
  numbers: z.record(z.uuid(), z.string()),
  choices: z.array(z.object({ field: z.string(), from: z.string() })),
  children: counts,
  references: counts,
})

const view = z.object({
  hash: z.string(),
  object: z.string(),
  record: z.uuid(),
  operation: z.enum(proposedOperations),
  file,
  stale: z.boolean(),
  parts: z.array(part),
  merge: merge.nullable(),
  whole: z.uuid().nullable(),
  step: z.object({ place: z.number().int(), of: z.number().int(), left: z.number().int() }),
  bar: z.string().nullable(),
  signers: z.array(z.uuid()),
  needless: z.boolean(),
  cause: z.string().nullable(),
  items,
  linked: z.array(z.object({ object: z.string(), record: z.uuid(), version: z.number().int() })),
  toKey: z.array(z.string()),
  counterable: z.boolean(),
  apart: z.boolean(),
  course: z.array(
    z.object({
      kind: z.enum(courseKinds),
      by: z.uuid().nullable(),
      at: z.iso.datetime(),
      person: z.uuid().nullable(),
      words: z.string().nullable(),
    }),
  ),
  titles: z.record(z.string(), z.string()),
})

const words = z.string().trim().min(1).max(2_000)
const grounds = z.string().trim().max(500).optional()

/** Of what was keyed again with another value, what is taken. */
const fields = z.array(z.string().max(80)).min(1).max(200).optional()

const together = z.array(z.uuid()).min(1).max(mostTogether)
const hash = z.string().length(64)

/** What waits for a second person: looked at beside what stands, decided on, taken back, brought again. */
export const changeRequestRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/change-requests/:id/changes',
    status: 200,
    problems: [409],
    answer: view,
    summary: { zh: '变更申请的内容与现值', en: 'What a change request would change, beside what stands' },
    handle: ({ ctx, params }) => showProposal(ctx, idOf(params)),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/:id/decision',
    status: 204,
    problems: [409],
    body: z.strictObject({ verdict: z.enum(singleVerdicts), hash, grounds, fields }),
    summary: { zh: '审批变更申请', en: 'Decide on a change request' },
    handle: ({ ctx, params, body }) => decide(ctx, idOf(params), body),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/samples',
    status: 200,
    body: z.strictObject({ ids: together }),
    answer: z.object({ requests: z.array(z.uuid()), sample: z.array(z.uuid()) }),
    summary: { zh: '为批量审批抽样', en: 'Draw a sample of change requests that are decided on together' },
    handle: ({ ctx, body }) => drawProposals(ctx, body.ids),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/decisions',
    status: 202,
    problems: [409],
    body: z.strictObject({
      ids: together,
      looked: z.array(z.strictObject({ id: z.uuid(), hash })).max(mostTogether),
      verdict: z.enum(verdicts),
      grounds,
    }),
    answer: z.object({ job: z.uuid() }),
    summary: {
      zh: '看过抽样后批量审批变更申请',
      en: 'Decide on change requests together, once their sample is looked at',
    },
    handle: async ({ ctx, body }) => ({ job: await decideTogether(ctx, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/:id/questions',
    status: 204,
    problems: [409],
    body: z.strictObject({ words }),
    summary: { zh: '向申请人提问', en: 'Ask the maker of a change request' },
    handle: ({ ctx, params, body }) => askMaker(ctx, idOf(params), body.words),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/:id/answers',
    status: 204,
    problems: [409],
    body: z.strictObject({ words }),
    summary: { zh: '答复审批人的提问', en: 'Answer what was asked about a change request' },
    handle: ({ ctx, params, body }) => answerAsker(ctx, idOf(params), body.words),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/:id/delegation',
    status: 204,
    problems: [409],
    body: z.strictObject({ to: z.uuid() }),
    summary: { zh: '将审批转交他人', en: 'Leave the decision on a change request to another' },
    handle: ({ ctx, params, body }) => handOver(ctx, idOf(params), body.to),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/:id/withdrawal',
    status: 204,
    problems: [409],
    summary: { zh: '撤回变更申请', en: 'Take a change request back' },
    handle: ({ ctx, params }) => withdraw(ctx, idOf(params)),
  }),
  route({
    method: 'POST',
    url: '/api/change-requests/:id/renewal',
    status: 200,
    headers: [groundsHeader],
    problems: [409],
    body: z.strictObject({ grounds }),
    answer: z.object({ proposed: z.uuid().nullable() }),
    summary: { zh: '按现状重新提交变更申请', en: 'Bring a change request again, on what stands now' },
    handle: async ({ ctx, params, body }) => ({ proposed: await renew(ctx, idOf(params), body.grounds) }),
  }),
]

function idOf(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
