import { z } from 'zod'
import { auditRow, type Context, endSession } from '#kernel'
import { company, user } from '#objects'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import type { Setup } from '../sign-in/setup.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { version } from '../version.ts'
import { sessionCookie } from './read-request.ts'
import { type Call, type Route, route } from './route.ts'

const locale = z.enum(['zh', 'en'])
const credentials = z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(1_000) })
const session = z.object({
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    login: z.string(),
    role: z.string(),
    locale,
    duties: z.array(z.string()),
  }),
  company: z.object({ name: z.string() }),
  version: z.string(),
})

export type SessionSettings = {
  cache: ActorCache
  setup: Setup
  secure: boolean
  startDemo(ctx: Context): Promise<string>
}

export function sessionRoutes({ cache, setup, secure, startDemo }: SessionSettings): readonly Route[] {
  const enter = async (
    call: Pick<Call, 'ctx' | 'kernel' | 'request' | 'reply'>,
    account: { login: string; password: string },
  ): Promise<Context> => {
    const from = { ip: call.ctx.ip, agent: call.request.headers['user-agent'] ?? null, requestId: call.ctx.requestId }
    const { token } = await signIn(call.kernel, account, from)
    call.reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure })
    const actor = await cache.actorOf(token)
    return actor ? call.ctx.with({ actor, locale: actor.locale }) : call.ctx
  }
  return [
    route({
      method: 'POST',
      url: '/api/sessions',
      status: 201,
      problems: [401, 429],
      open: true,
      body: credentials,
      answer: session,
      summary: { zh: '登录', en: 'Sign in' },
      handle: async (call) => describe(await enter(call, call.body)),
    }),
    route({
      method: 'GET',
      url: '/api/sessions/current',
      status: 200,
      answer: session,
      summary: { zh: '当前登录', en: 'Who is signed in' },
      handle: ({ ctx }) => describe(ctx),
    }),
    route({
      method: 'PATCH',
      url: '/api/sessions/current',
      status: 200,
      body: z.strictObject({ locale }),
      answer: session,
      summary: { zh: '切换语言', en: 'Change the language' },
      handle: async ({ ctx, body }) => {
        const own = ctx.asSystem('own language').records(user)
        const { version: seen } = await own.get(ctx.actor.id ?? '')
        await own.update(ctx.actor.id ?? '', { language: body.locale }, { version: seen })
        cache.forget()
        return describe(ctx.with({ actor: { ...ctx.actor, locale: body.locale } }))
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/sessions/current',
      status: 204,
      summary: { zh: '退出登录', en: 'Sign out' },
      handle: async ({ ctx, kernel, request, reply }) => {
        if (ctx.actor.session) await endSession(kernel.db, ctx.actor.session)
        await kernel.audit.write(auditRow(ctx, { action: 'sign_out' }))
        cache.forget(request.cookies[sessionCookie])
        reply.clearCookie(sessionCookie, { path: '/' })
      },
    }),
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
        const ctx = await enter(call, account)
        return { ...(await describe(ctx)), job: demo ? await startDemo(ctx) : null }
      },
    }),
  ]
}

async function describe(ctx: Context): Promise<z.infer<typeof session>> {
  const system = ctx.asSystem('own session')
  const [{ items }, me] = await Promise.all([
    system.records(company).list({ limit: 1, uncounted: true }),
    system.records(user).get(ctx.actor.id ?? ''),
  ])
  return {
    user: {
      id: me.id,
      name: String(me.name),
      login: String(me.login),
      role: ctx.actor.role,
      locale: ctx.actor.locale,
      duties: [...ctx.actor.duties],
    },
    company: { name: String(items[0]?.values.name ?? '') },
    version,
  }
}
