import { z } from 'zod'
import type { Context } from '#kernel'
import type { Setup } from '../sign-in/setup.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { type EnterSettings, enter, fromOf } from './enter.ts'
import { type Route, route } from './route.ts'
import { describeSession, locale, session } from './session-answer.ts'

export type SetupSettings = EnterSettings & { setup: Setup; startDemo(ctx: Context): Promise<string> }

/** The first visit: company, head, and whether a demo company moves in. */
export function setupRoutes({ setup, startDemo, ...settings }: SetupSettings): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/setup',
      status: 200,
      problems: [403, 409],
      open: true,
      query: z.strictObject({ token: z.string().optional() }),
      answer: z.object({ needed: z.boolean() }),
      summary: { zh: '是否需要初始化', en: 'Is set-up needed' },
      handle: async ({ query }) => {
        if (query.token) await setup.check(query.token)
        return { needed: await setup.isNeeded() }
      },
    }),
    route({
      method: 'POST',
      url: '/api/setup',
      status: 201,
      problems: [409],
      open: true,
      body: z.strictObject({
        token: z.string(),
        company: z.string().min(1).max(120),
        name: z.string().min(1).max(60),
        login: z.string().min(1).max(60),
        password: z.string().min(1).max(1_000),
        locale,
        demo: z.boolean().default(false),
      }),
      answer: session.extend({ job: z.uuid().nullable() }),
      summary: { zh: '初始化：公司与负责人', en: 'Set up: the company and its head' },
      handle: async (call) => {
        const { token, demo, ...account } = call.body
        await setup.check(token)
        await setup.run(account)
        const signed = await signIn(call.kernel, account, fromOf(call, settings))
        const ctx = await enter(call, signed.token, settings)
        return { ...(await describeSession(ctx)), job: demo ? await startDemo(ctx) : null }
      },
    }),
  ]
}
