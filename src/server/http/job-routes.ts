import { z } from 'zod'
import { cancelJob, jobView } from '#kernel'
import { type Route, route } from './route.ts'

const job = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  error: z.string().nullable(),
})

export const jobRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/jobs/:id',
    byKey: 'all',
    status: 200,
    answer: job,
    summary: { zh: '任务进度', en: 'Progress of long work' },
    handle: async ({ ctx, params }): Promise<z.infer<typeof job>> => {
      const { actor: _, error, ...view } = await jobView(ctx, params.id ?? '')
      return { ...view, error: error?.code ?? null }
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/jobs/:id',
    byKey: 'all',
    status: 202,
    answer: z.object({ id: z.string() }),
    summary: { zh: '取消任务', en: 'Cancel long work' },
    handle: async ({ ctx, params }) => {
      await cancelJob(ctx, params.id ?? '')
      return { id: params.id }
    },
  }),
]
