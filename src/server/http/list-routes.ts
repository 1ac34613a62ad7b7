import { z } from 'zod'
import type { Filter } from '#shared/filter'
import type { ListWire } from '#shared/wire'
import { answerList, typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'
import { answers } from './schemas.ts'

/** More than any page shows at once. */
const mostLists = 40
/** So many are read side by side, fewer than a browser would ask for. */
const lanes = 4

const asked = z.strictObject({
  /** As it stands in addresses. */
  object: z.string().max(80),
  search: z.string().max(200).optional(),
  where: z.record(z.string(), z.unknown()).optional(),
  sort: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  deleted: z.boolean().optional(),
  fields: z.array(z.string().max(80)).max(200).optional(),
})

/** What a page shows beside each other: each list is read, counted and told in the trail as if it had been asked for by itself. */
export const listRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/lists',
    status: 200,
    inParts: true,
    problems: [404, 429],
    body: z.strictObject({ lists: z.array(asked).min(1).max(mostLists) }),
    answer: z.object({ lists: z.array(answers.list) }),
    summary: {
      zh: '一次读取多个列表；其中一个被拒绝，则整个请求被拒绝',
      en: 'Several lists at once; where one is refused, all are',
    },
    handle: async ({ ctx, body, inTurn }) => ({
      lists: await sideBySide(body.lists, ({ object, where, ...query }) =>
        // As in lists: the kernel's parser checks every key.
        inTurn(() => answerList(ctx, typeAt(ctx, { object }), { ...query, where: where as Filter | undefined })),
      ),
    }),
  }),
]

async function sideBySide<Asked>(all: readonly Asked[], read: (one: Asked) => Promise<ListWire>): Promise<ListWire[]> {
  const found: ListWire[] = []
  const left = [...all.entries()]
  const goOn = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) found[next[0]] = await read(next[1])
  }
  try {
    await Promise.all(Array.from({ length: lanes }, goOn))
  } finally {
    // What was refused is not read on.
    left.length = 0
  }
  return found
}
