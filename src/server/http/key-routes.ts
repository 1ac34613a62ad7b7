import { z } from 'zod'
import {
  confirmSheets,
  destroyKeys,
  keyOverview,
  rotateMaster,
  showSheets,
  startIndexRotation,
  startRotation,
} from '#kernel'
import { customer } from '#objects'
import { type Route, route } from './route.ts'
import { sheetsDue } from './session-answer.ts'

const moment = z.iso.datetime()
const rotation = z.object({ id: z.uuid(), done: z.number(), total: z.number().nullable() }).nullable()
const overview = z.object({
  master: z.object({
    fingerprint: z.string(),
    algorithm: z.string(),
    createdAt: moment,
    sheetShownAt: moment.nullable(),
    sheetKeptAt: moment.nullable(),
    sheetsDue: sheetsDue.nullable(),
  }),
  levels: z.array(
    z.object({
      level: z.number().int(),
      year: z.number().int(),
      createdAt: moment,
      keys: z.number().int(),
      destroyed: z.number().int(),
    }),
  ),
  destroyed: z.number().int(),
  dueAt: moment,
  rotation,
  index: z.object({ algorithm: z.string(), createdAt: moment, rotation }),
  plain: z.boolean(),
})

/** Keys: what there are, and the acts around them. Never their bytes, but for the sheets that two officers keep. */
export const keyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/keys',
    status: 200,
    answer: overview,
    summary: { zh: '密钥一览', en: 'Keys at a glance' },
    handle: ({ ctx }) => keyOverview(ctx),
  }),
  route({
    method: 'POST',
    url: '/api/keys/rotations',
    status: 202,
    answer: z.object({ id: z.uuid() }),
    summary: { zh: '更换密级密钥', en: 'Exchange the keys of the levels' },
    handle: async ({ ctx }) => ({ id: await startRotation(ctx) }),
  }),
  route({
    method: 'POST',
    url: '/api/keys/index-rotations',
    status: 202,
    problems: [409],
    answer: z.object({ id: z.uuid() }),
    summary: { zh: '更换索引密钥', en: 'Exchange the key of the index' },
    handle: async ({ ctx }) => ({ id: await startIndexRotation(ctx) }),
  }),
  route({
    method: 'POST',
    url: '/api/keys/master-rotations',
    status: 200,
    answer: z.object({ fingerprint: z.string() }),
    summary: { zh: '更换主密钥', en: 'Exchange the master key' },
    handle: ({ ctx }) => rotateMaster(ctx),
  }),
  route({
    method: 'POST',
    url: '/api/keys/recovery-sheets',
    status: 200,
    problems: [409],
    answer: z.object({ sheets: z.array(z.string()) }),
    summary: { zh: '显示主密钥的恢复单（仅一次）', en: 'Show the recovery sheets of the master key, once' },
    handle: ({ ctx }) => showSheets(ctx),
  }),
  route({
    method: 'POST',
    url: '/api/keys/recovery-sheets/confirmation',
    status: 204,
    problems: [409],
    summary: { zh: '确认两张恢复单均已由两人分别保管', en: 'Confirm that two people keep the recovery sheets' },
    handle: async ({ ctx }) => {
      await confirmSheets(ctx)
      return null
    },
  }),
  route({
    method: 'POST',
    url: '/api/customers/:id/key-destruction',
    status: 200,
    problems: [404, 409],
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ owners: z.number().int() }),
    summary: { zh: '销毁档案的密钥', en: 'Destroy the keys of a file' },
    handle: ({ ctx, params, body }) => destroyKeys(ctx, ctx.type(customer.name), params.id ?? '', body),
  }),
]
