import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { type Context, openPublicFile } from '#kernel'
import { AppError } from '#shared/app-error'
import { lookStyle } from '#shared/look-style'
import { type Route, route } from './route.ts'

type Logo = { id: string; type: string; content: Buffer }

/** How the house looks at its door, told to whoever comes there: nothing of it is about anybody. */
export function lookRoutes(): readonly Route[] {
  // Strangers ask for it again and again; it is opened once.
  let kept: Logo | undefined
  const logoOf = async (ctx: Context, id: string): Promise<Logo> => {
    if (kept?.id === id) return kept
    const { type, content } = await openPublicFile(ctx.asSystem('show the logo'), id)
    kept = { id, type, content: await buffer(content) }
    return kept
  }
  return [
    route({
      method: 'GET',
      url: '/api/look',
      byKey: 'any',
      status: 200,
      open: true,
      answer: z.object({
        /** None before the house is set up. */
        name: z.string().nullable(),
        accent: z.string().nullable(),
        signInText: z.string().nullable(),
        /** Changes with the picture; none without one. */
        logo: z.string().nullable(),
      }),
      summary: { zh: '公司外观', en: 'How the company looks' },
      handle: async ({ kernel }) => kernel.settings.look,
    }),
    route({
      method: 'GET',
      url: '/api/look/style.css',
      byKey: 'any',
      status: 200,
      open: true,
      contentType: 'text/css',
      summary: { zh: '公司主色的样式', en: 'Style with the accent colour of the company' },
      handle: async ({ kernel, reply }) => {
        reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache')
        return lookStyle(kernel.settings.look.accent)
      },
    }),
    route({
      method: 'GET',
      url: '/api/look/logo',
      byKey: 'any',
      status: 200,
      problems: [404],
      open: true,
      // The address of another picture is another one, so that none is shown from memory.
      query: z.strictObject({ logo: z.string().max(40).optional() }),
      contentType: 'application/octet-stream',
      summary: { zh: '公司标志', en: 'The logo of the company' },
      handle: async ({ ctx, kernel, reply }) => {
        const { logo } = kernel.settings.look
        if (!logo) throw new AppError(404, 'request.not_found')
        const { type, content } = await logoOf(ctx, logo)
        reply
          .header('content-type', type)
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('cache-control', 'no-cache')
        return content
      },
    }),
  ]
}
