import { z } from 'zod'
import { largestBulk, uses } from '#kernel'
import { sayableWays, verificationWays } from '#shared/verification'
import { operations } from '#shared/wire'

const nullableId = z.uuid().nullable()
const moment = z.iso.datetime()
const titles = z.record(z.string(), z.string())
const operation = z.enum(operations)
const way = z.enum(verificationWays)
const sayable = z.enum(sayableWays)

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
  /** What stands in place of values that the reader does not see; their fields are null. */
  masked: z.record(z.string(), z.string()).optional(),
  destroyed: z.boolean().optional(),
  can: z.array(operation),
})

const anyFields = z.record(z.string(), z.unknown())

function ids() {
  return z.array(z.uuid()).max(largestBulk).optional()
}

/** Versions are 32-bit in the database. */
export const largestVersion = 2_147_483_647

/** What is sent to write records; the fields of their object are checked by its definition. */
export const bodies = {
  create: z.looseObject({
    /** What its case requires may be missing yet: why, and by when it will be there. */
    toComplete: z.strictObject({ why: z.string().trim().min(2).max(500), until: z.iso.date() }).optional(),
  }),
  patch: z.looseObject({
    version: z.number().int().min(1).max(largestVersion).optional(),
    reason: z.string().max(500).optional(),
    settle: z.array(z.string().max(60)).max(500).optional(),
    verified: z.record(z.string().max(60), sayable).optional(),
  }),
  bulkChange: z.strictObject({
    ids: ids(),
    where: anyFields.optional(),
    patch: anyFields,
    reason: z.string().max(500).optional(),
  }),
  reveal: z.strictObject({
    field: z.string().max(60),
    reason: z.string().trim().min(2).max(200),
    use: z.enum(uses).default('read'),
  }),
  verification: z.strictObject({
    field: z.string().max(60),
    how: sayable,
    version: z.number().int().min(1).max(largestVersion),
  }),
  bulkDeletion: z.strictObject({
    ids: ids(),
    where: anyFields.optional(),
    reason: z.string().max(500).optional(),
  }),
}

const verification = z.object({ field: z.string(), how: way, by: nullableId, at: moment })

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
export const suspicion = z.object({
  verdict: z.enum(['same', 'perhaps']),
  reasons: z.array(z.object({ field: z.string(), agreement: z.enum(['same', 'alike']) })),
})

export const duplicateHint = z.object({
  records: z.array(suspicion.extend({ id: z.uuid(), title: z.string() })),
  hidden: z.boolean(),
})

export const answers = {
  reveal: z.object({ value: z.unknown() }),
  record: recordSchema.extend({
    titles,
    unresolved: z.array(z.object({ field: z.string(), original: z.string(), code: z.string() })),
    verifications: z.array(verification.extend({ ageing: moment, due: moment })).optional(),
    proposed: z.uuid().optional(),
    duplicates: duplicateHint.optional(),
  }),
  proposal: z.object({ proposed: z.uuid() }),
  list: z.object({
    items: z.array(recordSchema),
    next: z.string().nullable(),
    total: z.number(),
    totalExact: z.boolean(),
    titles,
  }),
  groups: z.object({
    groups: z.array(
      z.object({
        value: z.unknown(),
        count: z.number(),
        sums: z.record(z.string(), z.unknown()),
        span: z.tuple([z.string(), z.string()]).optional(),
      }),
    ),
    titles,
  }),
  bulk: z.object({
    changed: z.number().int(),
    proposed: z.number().int(),
    failed: z.array(z.object({ id: z.uuid(), code: z.string() })),
    request: z.uuid().optional(),
  }),
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
    verifications: z.array(verification.extend({ id: z.uuid(), endedAt: moment.nullable() })).optional(),
  }),
  timeline: z.object({ items: z.array(timelineItem), next: z.string().nullable(), titles }),
}
