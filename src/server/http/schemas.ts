import { z } from 'zod'

const nullableId = z.uuid().nullable()
const moment = z.iso.datetime()
const titles = z.record(z.string(), z.string())
const operation = z.enum(['read', 'create', 'update', 'delete', 'export', 'import'])

/** System facts of a record; the fields of its object stand beside them. */
export const recordSchema = z.looseObject({
  id: z.uuid(),
  version: z.number().int(),
  createdAt: moment,
  createdBy: nullableId,
  updatedAt: moment,
  updatedBy: nullableId,
  deletedAt: moment.nullable(),
  incomplete: z.array(z.string()).optional(),
  imported: z.object({ import: z.uuid(), row: z.number().int() }).nullable().optional(),
  can: z.array(operation),
})

const change = z.object({ id: z.uuid(), field: z.string(), before: z.unknown(), after: z.unknown() })

const timelineItem = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('record'),
    object: z.string(),
    id: z.uuid(),
    at: moment,
    by: nullableId,
    record: recordSchema,
  }),
  z.object({
    type: z.literal('change'),
    object: z.string(),
    id: z.uuid(),
    at: moment,
    by: nullableId,
    changes: z.array(change),
    reason: z.string().nullable(),
  }),
])

/** Shapes of the good answers, shared by all objects. */
export const answers = {
  record: recordSchema.extend({
    titles,
    unresolved: z.array(z.object({ field: z.string(), original: z.string(), code: z.string() })),
  }),
  list: z.object({
    items: z.array(recordSchema),
    next: z.string().nullable(),
    total: z.number(),
    totalExact: z.boolean(),
    titles,
  }),
  groups: z.object({
    groups: z.array(z.object({ value: z.unknown(), count: z.number(), sums: z.record(z.string(), z.number()) })),
    titles,
  }),
  bulk: z.object({ changed: z.number().int(), failed: z.array(z.object({ id: z.uuid(), code: z.string() })) }),
  history: z.object({
    items: z.array(
      change.extend({
        at: moment,
        by: nullableId,
        reason: z.string().nullable(),
        undoOf: nullableId,
        version: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
    titles,
  }),
  timeline: z.object({ items: z.array(timelineItem), next: z.string().nullable(), titles }),
}
