import { Problem } from './problem.ts'
import { eventIn, type StreamEvent } from './read-event.ts'
import { open } from './request.ts'

const restMs = 3_000

/** Reads the stream of events after `since` until it is closed, and comes back where it broke off; a browser's own reader sends no headers. */
export function followEvents(path: string, since: string, take: (event: StreamEvent) => void): () => void {
  const closing = new AbortController()
  void follow({ path, since, take, signal: closing.signal })
  return () => closing.abort()
}

type Following = { path: string; since: string; take: (event: StreamEvent) => void; signal: AbortSignal }

async function follow({ path, since, take, signal }: Following): Promise<void> {
  let last = since
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = last ? { 'last-event-id': last } : {}
      const response = await open('GET', path, { signal, headers, priority: 'low' })
      for await (const event of eventsIn(response)) {
        last = event.id || last
        take(event)
      }
    } catch (error) {
      // Whoever is refused, such as for being signed out, would be again; a server that is away comes back.
      if (signal.aborted || (error instanceof Problem && error.wire.status < 500)) return
    }
    await rest(signal)
  }
}

async function* eventsIn({ body }: Response): AsyncGenerator<StreamEvent> {
  if (!body) return
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const blocks = `${rest}${value}`.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = eventIn(block)
      if (event.data) yield event
    }
  }
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, restMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
