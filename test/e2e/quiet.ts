import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'

const quietMs = 300

/** Watches what a page asks for; the answer waits until it has asked for nothing for a while, but for the stream of changes, which never ends. */
export function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  let last = performance.now()
  const note = (change: (request: Request) => void) => (request: Request) => {
    if (new URL(request.url()).pathname === '/api/events') return
    change(request)
    last = performance.now()
  }
  const ended = note((request) => open.delete(request))
  page.on(
    'request',
    note((request) => open.add(request)),
  )
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  const isQuiet = (): boolean => open.size === 0 && performance.now() - last > quietMs
  return () => expect.poll(isQuiet, { interval: 50 }).toBe(true)
}
