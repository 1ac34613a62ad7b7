import { kinds } from '#field-types'
import { buildRegistry } from '#kernel'
import { allRoutes } from '../http/routes.ts'
import { modules } from '../modules.ts'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import type { Setup } from '../sign-in/setup.ts'
import { version } from '../version.ts'
import { buildOpenApi } from './build-openapi.ts'
import type { OpenApiDocument } from './document.ts'

/** The document of the product as it ships, made without a database: the routes are only read, never called. */
export function standardOpenApi(): OpenApiDocument {
  const cache: ActorCache = { callerOf: async () => undefined, forget: () => undefined }
  const setup: Setup = {
    token: null,
    isNeeded: async () => false,
    check: async () => undefined,
    run: async () => ({ user: '' }),
  }
  const routes = allRoutes({ cache, setup, secure: false })
  return buildOpenApi({ registry: buildRegistry(modules, kinds), routes, version })
}
