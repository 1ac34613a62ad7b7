import { type Actor, type FeedEvent, type Kernel, reaches } from '#kernel'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { sessionCookie } from './read-request.ts'
import { type Route, route } from './route.ts'

const heartbeatMs = 15_000
/** How often an open stream asks whether its reader may still read. */
const recheckMs = 500

/** What changed, as server-sent events with ids alone; ends as soon as the reader's session does. */
export function eventRoute(kernel: Kernel, cache: ActorCache): Route {
  return route({
    method: 'GET',
    url: '/api/events',
    status: 200,
    contentType: 'text/event-stream',
    summary: { zh: '变更推送', en: 'Stream of changes' },
    handle: async ({ ctx, request, reply }) => {
      reply.hijack()
      const out = reply.raw
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      let reader: Actor | undefined = ctx.actor
      const send = ({ id, object, action, records, acl }: FeedEvent): void => {
        if (!reader || !reaches({ id, object, action, records, acl }, reader.keys)) return
        if (!ruled(kernel, ctx.actor, object)) return
        out.write(`id: ${id}\ndata: ${JSON.stringify({ object, records, action })}\n\n`)
      }
      const stop = kernel.feed.subscribe(send)
      const missed = Number(request.headers['last-event-id'])
      if (Number.isInteger(missed) && missed > 0) for (const event of await kernel.feed.since(missed)) send(event)
      out.write(': ready\n\n')
      const beat = setInterval(() => out.write(': here\n\n'), heartbeatMs)
      const recheck = setInterval(async () => {
        reader = await cache.actorOf(request.cookies[sessionCookie] ?? '').catch(() => undefined)
        if (!reader) out.end()
      }, recheckMs)
      out.on('close', () => {
        stop()
        clearInterval(beat)
        clearInterval(recheck)
      })
    },
  })
}

/** Objects that the reader may not read at all are not announced either. */
function ruled(kernel: Kernel, actor: Actor, object: string): boolean {
  const rule = kernel.registry.objects.get(object)?.policy?.rules.read
  return rule ? rule(actor) !== false : false
}
