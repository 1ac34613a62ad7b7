import { z } from 'zod'

const moment = z.iso.datetime()
const nullableId = z.uuid().nullable()
const text = z.string().nullable()
const actions = z
  .string()
  .regex(/^[a-z_]+(,[a-z_]+)*$/)
  .transform((names) => names.split(','))

/** What the log can be asked for, in queries and in exports. */
export const filterShape = {
  actor: z.uuid().optional(),
  session: z.uuid().optional(),
  object: z.string().max(60).optional(),
  record: z.uuid().optional(),
  file: z.uuid().optional(),
  action: actions.optional(),
  result: z.enum(['done', 'refused', 'failed']).optional(),
  channel: z.string().max(20).optional(),
  ip: z.string().max(60).optional(),
  reason: z.string().min(1).max(200).optional(),
  from: moment.optional(),
  to: moment.optional(),
}

const item = z.object({
  id: z.number(),
  at: moment,
  actor: nullableId,
  session: nullableId,
  action: z.string(),
  object: text,
  record: nullableId,
  owner: nullableId,
  records: z.number(),
  level: z.number().nullable(),
  fields: z.array(z.string()).nullable(),
  purpose: text,
  rule: text,
  reason: text,
  channel: z.string(),
  result: z.string(),
  ip: text,
  request: nullableId,
})
const titles = z.record(z.string(), z.string())

export const trailAnswer = z.object({ items: z.array(item), next: text, titles })

export const summaryAnswer = z.object({
  groups: z.array(
    z.object({ value: text, object: text, count: z.number(), refused: z.number(), first: moment, last: moment }),
  ),
  titles,
})

export const sealAnswer = z.object({
  state: z.enum(['good', 'late']),
  seals: z.number(),
  rows: z.number(),
  epoch: z.number(),
  lastSeal: moment.nullable(),
  lag: z.number(),
  key: text,
  publicKey: text,
  lastCheckpoint: text,
  origin: text,
  months: z.number(),
})

const place = z.object({ index: z.number(), size: z.number(), path: z.array(z.string()) })

export const exportAnswer = z.object({
  format: z.literal('dossier-trail-proof-v1'),
  at: moment,
  reason: z.string(),
  publicKey: text,
  checkpoint: text,
  words: z.string(),
  unsealed: z.number(),
  rows: z.array(z.object({ seal: z.number(), row: z.record(z.string(), text), place })),
  seals: z.array(z.object({ no: z.number(), text: z.string(), signature: z.string(), place: place.nullable() })),
})
