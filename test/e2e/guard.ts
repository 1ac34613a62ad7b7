import type { ConsoleMessage, Page, Request } from 'playwright-core'

export type Guard = {
  /** What went wrong on the page so far. */
  troubles: readonly string[]
  /** From now on an answer with this status belongs to the journey; the browser writes each to its console. */
  expectRefusal(status: number): void
  /** From now on requests may find no server: the journey cuts the line. */
  expectNoServer(): void
  /** From now on the journey may lead to this site too. */
  expectSite(address: string): void
}

/** Watches a page for what nobody may ever see: errors in its console, thrown errors, calls to strangers. */
export function guard(page: Page, address: string): Guard {
  const troubles: string[] = []
  const expected = new Set<number>()
  let mayBeAway = false
  const hosts = new Set([new URL(address).host])
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message, expected) || (mayBeAway && tellsNoServer(message))) return
    troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`thrown: ${error.stack || `${error.name}: ${error.message}`}`))
  page.on('request', (request) => {
    if (isForeign(request, hosts)) troubles.push(`foreign request: ${request.url()}`)
  })
  return {
    troubles,
    expectRefusal: (status) => expected.add(status),
    expectNoServer: () => {
      mayBeAway = true
    },
    expectSite: (other) => hosts.add(new URL(other).host),
  }
}

function isExpected(message: ConsoleMessage, expected: ReadonlySet<number>): boolean {
  const status = Number(/Failed to load resource.*status of (\d{3})/.exec(message.text())?.[1])
  // Who comes without a session learns so from this one answer.
  if (status === 401 && message.location().url.endsWith('/api/sessions/current')) return true
  return expected.has(status)
}

function isForeign(request: Request, hosts: ReadonlySet<string>): boolean {
  return /^(https?|wss?):/.test(request.url()) && !hosts.has(new URL(request.url()).host)
}

function tellsNoServer(message: ConsoleMessage): boolean {
  return /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)$/.test(
    message.text(),
  )
}
