import type { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Kernel } from '#kernel'
import type { Route } from '../../src/server/http/route.ts'
import { allRoutes } from '../../src/server/http/routes.ts'
import { buildServer } from '../../src/server/http/server.ts'
import { openActorCache } from '../../src/server/sign-in/actor-cache.ts'
import { openSetup, type Setup } from '../../src/server/sign-in/setup.ts'

export type ApiServer = {
  address: string
  routes: readonly Route[]
  setup: Setup
  /** What the server would have logged: unexpected errors only. */
  errors: readonly unknown[]
  /** Emits `connection`. */
  connections: EventEmitter
  close(): Promise<void>
}

/** `more`: routes beside the product's own. */
type ServerOptions = {
  webFolder?: string
  secure?: boolean
  more?: readonly Route[]
  bodyMs?: number
  silenceMs?: number
}

/** The product's own HTTP server on a free port of this computer, without pages unless it is told where they are. */
export async function openServer(
  kernel: Kernel,
  {
    webFolder = join(import.meta.dirname, 'no-pages'),
    secure = false,
    more = [],
    bodyMs,
    silenceMs,
  }: ServerOptions = {},
): Promise<ApiServer> {
  const cache = openActorCache(kernel)
  const setup = await openSetup(kernel)
  const errors: unknown[] = []
  const routes = [...allRoutes({ cache, setup, secure }), ...more]
  const server = await buildServer({
    kernel,
    cache,
    routes,
    secure,
    webFolder,
    bodyMs,
    silenceMs,
    logError: (error) => errors.push(error),
  })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    address,
    routes,
    setup,
    errors,
    connections: server.server,
    close: async () => {
      server.server.closeAllConnections()
      await server.close()
    },
  }
}
