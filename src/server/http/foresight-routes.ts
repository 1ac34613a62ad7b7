import { z } from 'zod'
import { proposedOperations } from '#kernel'
import { foreseeApprovals, foreseeClasses, foreseeNeeds, nextNumbers } from '#modules/customisation'
import { foreseeGrading } from '#modules/grading'
import { type Route, route } from './route.ts'

const name = z.string().max(60)

/** What a rule of the company's own would do, before it is saved. */
export const foresightRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/number-previews',
    status: 200,
    problems: [404],
    body: z.strictObject({
      object: name,
      field: name,
      parts: z.array(z.unknown()).max(20),
      /** Of the record that would get the number: codes of choices and regions. */
      values: z.record(name, z.string().max(60).nullable()).default({}),
    }),
    answer: z.object({ numbers: z.array(z.string()) }),
    summary: { zh: '预览编号规则的下几个编号', en: 'The next numbers that a rule would give' },
    handle: async ({ ctx, body }) => ({ numbers: await nextNumbers(ctx, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/class-previews',
    status: 200,
    problems: [404],
    body: z.strictObject({ object: name, field: name, scheme: z.unknown() }),
    answer: z.object({
      records: z.number(),
      changed: z.number(),
      /** The commonest changes. */
      examples: z.array(z.object({ before: z.string(), after: z.string(), count: z.number() })),
    }),
    summary: { zh: '预览分类方案会改变多少档案的分类号', en: 'How many files another classification would class anew' },
    handle: ({ ctx, body: { object, field, scheme } }) => foreseeClasses(ctx, { object, field, scheme }),
  }),
  route({
    method: 'POST',
    url: '/api/requirement-previews',
    status: 200,
    problems: [404],
    body: z.strictObject({
      object: name,
      /** By field its needs as they would be; fields that are not named stay as they are. */
      fields: z.record(name, z.array(z.unknown()).max(40)).default({}),
    }),
    answer: z.object({
      records: z.number(),
      incomplete: z.number(),
      becomeIncomplete: z.number(),
      becomeComplete: z.number(),
      lacking: z.record(z.string(), z.number()),
      /** Records are being marked by the rules in force. */
      marking: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
    }),
    summary: { zh: '预览填写要求会影响多少档案', en: 'How many files other requirements would change' },
    handle: ({ ctx, body }) => foreseeNeeds(ctx, body),
  }),
  route({
    method: 'POST',
    url: '/api/approval-previews',
    status: 200,
    problems: [404],
    body: z.strictObject({
      object: name,
      operations: z.array(z.enum(proposedOperations)).min(1).max(4),
      fields: z.array(name).max(200).default([]),
      when: z.record(z.string(), z.unknown()).nullish(),
      exempt: z.array(z.string().max(60)).max(200).default([]),
      superior: z.boolean().default(false),
      roles: z.array(z.string().max(60)).max(200).default([]),
      people: z.array(z.uuid()).max(200).default([]),
    }),
    answer: z.object({
      records: z.number(),
      /** Fall under the rule as they stand. */
      matching: z.number(),
      /** Of the last `days` days. */
      changes: z.number(),
      /** Would have waited, judged by their records as they stand now. */
      waiting: z.number(),
      days: z.number(),
      /** Nobody could sign what whoever asks would ask for. */
      unsigned: z.boolean(),
    }),
    summary: {
      zh: '预览审批规则会影响多少档案与变更',
      en: 'How many records and changes an approval rule would concern',
    },
    handle: ({ ctx, body }) => foreseeApprovals(ctx, body),
  }),
  route({
    method: 'POST',
    url: '/api/grading-previews',
    status: 200,
    problems: [404],
    body: z.strictObject({
      /** Of the rule that stands, if it is changed. */
      id: z.uuid().optional(),
      field: name,
      value: name,
      when: z.record(z.string(), z.unknown()),
      position: z.number().int().min(0).max(1_000).default(100),
    }),
    answer: z.object({
      records: z.number(),
      /** Customers of whom the rule would decide. */
      matching: z.number(),
      /** Of these, what they have now where it would change. */
      moves: z.array(z.object({ before: z.string().nullable(), count: z.number() })),
    }),
    summary: { zh: '预览分级规则会改变多少客户', en: 'How many customers a grading rule would change' },
    handle: ({ ctx, body }) => foreseeGrading(ctx, body),
  }),
]
