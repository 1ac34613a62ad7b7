export type StreamEvent = { id: number; object: string; records: readonly string[]; action: string }

/** An open stream of changes: `next()` waits for an event, `quiet()` tells that nothing else came before `until` did. */
export type EventStream = {
  response: Response
  /** The next event that fits. */
  next(fits?: (event: StreamEvent) => boolean): Promise<StreamEvent>
  /** Waits for a block of the stream, be it an event or not. */
  told(fits: (block: string) => boolean): Promise<void>
  /** Every block of the stream so far. */
  blocks: readonly string[]
  /** All that came so far. */
  events: readonly StreamEvent[]
  /** Waits until the reader has been told that what they may see has changed. */
  reach(): Promise<void>
  ended: Promise<void>
  close(): void
}

/** Opens the stream and waits until it is ready, so that nothing that follows is missed. */
export async function openEvents(address: string, headers: Record<string, string>): Promise<EventStream> {
  const abort = new AbortController()
  const response = await fetch(new URL('/api/events', address), { headers, signal: abort.signal })
  const events: StreamEvent[] = []
  const blocks: string[] = []
  let reaches = 0
  const waiting = new Set<() => void>()
  const ready = Promise.withResolvers<void>()
  const ended = read(response, (block) => {
    blocks.push(block)
    if (block === ': ready') ready.resolve()
    if (block.startsWith('event: reach\n')) reaches++
    const event = eventIn(block)
    if (event) events.push(event)
    for (const wake of waiting) wake()
  }).finally(() => ready.resolve())
  await ready.promise
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake)
        resolve()
      }
      waiting.add(wake)
    })
  return {
    response,
    events,
    blocks,
    ended,
    told: async (fits) => {
      while (!blocks.some(fits)) await changed()
    },
    reach: async () => {
      const before = reaches
      while (reaches === before) await changed()
    },
    next: async (fits = () => true) => {
      for (;;) {
        const found = events.find(fits)
        if (found) return found
        await changed()
      }
    },
    close: () => abort.abort(),
  }
}

async function read(response: Response, take: (block: string) => void): Promise<void> {
  let open = ''
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = `${open}${chunk}`.split('\n\n')
      open = blocks.pop() ?? ''
      for (const block of blocks) take(block)
    }
  } catch {
    // The test closed the stream, or the server did.
  }
}

function eventIn(block: string): StreamEvent | undefined {
  const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? []
  return id && data ? { id: Number(id), ...JSON.parse(data) } : undefined
}
