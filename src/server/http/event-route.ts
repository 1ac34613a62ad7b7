import { type Actor, type FeedEvent, type Kernel, mayReadRecord, needsConsent, reaches } from '#kernel'
import { mayRead } from './may-read.ts'
import { type Route, route } from './route.ts'
import { watchCaller } from './watch-caller.ts'

const heartbeatMs = 15_000

/** What changed, as server-sent events with ids alone; ends as soon as the reader's access does. */
export const eventRoute: Route = route({
  method: 'GET',
  url: '/api/events',
  byKey: 'all',
  status: 200,
  headers: ['Last-Event-ID'],
  contentType: 'text/event-stream',
  summary: { zh: '变更推送', en: 'Stream of changes' },
  handle: async ({ ctx, kernel, request, reply, callerNow }) => {
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    let reader: Actor | undefined = ctx.actor
    const send = (event: FeedEvent): void => {
      const { id, object, action, records } = event
      const type = kernel.registry.objects.get(object)
      const keys = type && reader?.reach(type, 'read')
      if (!reader || !keys || !mayRead(type, reader) || !reaches(event, { ...reader, keys })) return
      // Who consents is asked when records are read; which ones changed is told under other purposes alone.
      if (type.guarded && needsConsent(ctx)) return
      out.write(`id: ${id}\ndata: ${JSON.stringify({ object, records, action })}\n\n`)
    }
    const stop = kernel.feed.subscribe(send)
    // Whoever has a record open is told that somebody came or went, and asks who, as long as they may read it.
    const stopPresence = kernel.presence.subscribe((object, record) => {
      const type = kernel.registry.objects.get(object)
      const isThere = kernel.presence.at(record).some(({ person }) => person === reader?.id)
      if (!type || !reader || !isThere) return
      const asked = ctx.with({ actor: reader })
      void mayReadRecord(asked, type, record).then((may) => {
        if (may && reader) out.write(`event: presence\ndata: ${JSON.stringify({ object, record })}\n\n`)
      })
    })
    const beat = setInterval(() => out.write(': here\n\n'), heartbeatMs)
    const unwatch = watchCaller(kernel, callerNow, (actor) => {
      // A share that ends by the clock is no change of a record: pages are told to look at all of them again.
      if (actor && reader && actor.keys.join() !== reader.keys.join()) out.write('event: reach\ndata: {}\n\n')
      reader = actor
      if (!actor) out.end()
    })
    // Before anything is awaited: a reader may leave while what was missed is read.
    out.on('close', () => {
      stop()
      stopPresence()
      clearInterval(beat)
      unwatch()
    })
    try {
      await sendMissed(kernel, Number(request.headers['last-event-id']), send)
      out.write(': ready\n\n')
    } catch {
      // The headers are gone, so the reader is told by the end of the stream, and comes again.
      out.destroy()
    }
  },
})

async function sendMissed(kernel: Kernel, last: number, send: (event: FeedEvent) => void): Promise<void> {
  if (!Number.isSafeInteger(last) || last <= 0) return
  let events = await kernel.feed.since(last)
  while (events.length) {
    for (const event of events) send(event)
    events = await kernel.feed.since(events.at(-1)?.id ?? Number.MAX_SAFE_INTEGER)
  }
}
