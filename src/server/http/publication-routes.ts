import { z } from 'zod'
import { isUuid } from '#kernel'
import { confirmReading, posts, readersOf, readings, remindReaders } from '#modules/publications'
import { AppError } from '#shared/app-error'
import { operations } from '#shared/wire'
import { type Call, type Route, route } from './route.ts'

const reading = z.object({
  id: z.uuid(),
  publication: z.uuid(),
  number: z.number().int(),
  kind: z.string(),
  title: z.string(),
  pinned: z.boolean(),
  mustRead: z.boolean(),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  publishedAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  waits: z.boolean(),
})

const label = z.object({ zh: z.string(), en: z.string() })

const post = z.object({
  code: z.string(),
  label,
  own: z.boolean(),
  may: z
    .object({
      clearance: z.number().int(),
      duties: z.array(z.string()),
      lines: z.array(
        z.object({
          objects: z.array(label),
          reaches: z.array(z.object({ scope: z.string(), rights: z.array(z.enum(operations)) })),
        }),
      ),
    })
    .nullable(),
  texts: z.array(reading),
})

/** What is published to people: read and confirmed by each of them, followed by whoever leads it. */
export const publicationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/readings',
    status: 200,
    query: z.strictObject({ search: z.string().max(200).optional() }),
    answer: z.object({ items: z.array(reading) }),
    summary: { zh: '当前可读的公告、制度与文章', en: 'What there is to read for oneself' },
    handle: async ({ ctx, query }) => ({ items: await readings(ctx, query.search) }),
  }),
  route({
    method: 'GET',
    url: '/api/posts',
    status: 200,
    answer: z.object({ items: z.array(post) }),
    summary: {
      zh: '各岗位的职责、权限、规程与学习内容',
      en: 'Posts: their duties, rights, procedures and what is learnt',
    },
    handle: async ({ ctx }) => ({ items: await posts(ctx) }),
  }),
  route({
    method: 'POST',
    url: '/api/editions/:id/receipts',
    status: 204,
    problems: [404, 409],
    summary: { zh: '确认已读', en: 'Say that one has read it' },
    handle: ({ ctx, params }) => confirmReading(ctx, idIn(params)),
  }),
  route({
    method: 'GET',
    url: '/api/publications/:id/readers',
    status: 200,
    problems: [404],
    answer: z.object({
      edition: z.uuid().nullable(),
      number: z.number().int().nullable(),
      people: z.array(z.object({ id: z.uuid(), name: z.string(), readAt: z.iso.datetime().nullable() })),
    }),
    summary: { zh: '现行版本的阅读情况', en: 'Who has read the current version' },
    handle: ({ ctx, params }) => readersOf(ctx, idIn(params)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/:id/reminders',
    status: 200,
    problems: [404],
    answer: z.object({ reminded: z.number().int() }),
    summary: { zh: '提醒尚未确认的人', en: 'Remind those who have not read it' },
    handle: async ({ ctx, params }) => ({ reminded: await remindReaders(ctx, idIn(params)) }),
  }),
]

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
