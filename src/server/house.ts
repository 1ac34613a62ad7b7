import { join } from 'node:path'
import { isDatabaseAway, type Kernel, type Module, type Rights, sheetsDue } from '#kernel'
import { keepSiteAddress } from '#modules/mail'
import { AppError } from '#shared/app-error'
import type { Env } from './env.ts'
import { allRoutes } from './http/routes.ts'
import { buildServer } from './http/server.ts'
import { listen } from './listen.ts'
import { closeKernel, openKernel } from './open-kernel.ts'
import { startSealer } from './sealer-process.ts'
import { openActorCache } from './sign-in/actor-cache.ts'
import { applyPasswordCost } from './sign-in/password-cost.ts'
import { openSetup } from './sign-in/setup.ts'
import { isDiskFull } from './start-failure.ts'
import { openTls } from './tls/open-tls.ts'
import { watchSeals } from './watch-seals.ts'
import { startWorker } from './worker-process.ts'

export type HouseSettings = {
  env: Env
  url: string
  rights: Rights
  modules: readonly Module[]
  webFolder: string
  say(line: string): void
}

export type RunningHouse = { kernel: Kernel; listen(): Promise<string>; close(): Promise<void> }

/** Somebody waits for each answer of this process; long work has a process of its own, and longer statements. */
const statementMs = 15_000

/** One server process: kernel, routes and pages on one port. */
export async function buildHouse({ env, url, rights, modules, webFolder, say }: HouseSettings): Promise<RunningHouse> {
  const { checkpoints, dataDir, keysDir, databaseDirectUrl: directUrl } = env
  const tls = await openTls({ env, say })
  const kernel = await openKernel({ url, directUrl, dataDir, keysDir, checkpoints, rights, modules, statementMs })
  await applyPasswordCost(kernel)
  await keepSiteAddress(kernel.db, env.url)
  const cache = openActorCache(kernel)
  const setup = await openSetup(kernel)
  await makeFirstAccount(env, setup)
  const secure = tls !== undefined || (env.url?.startsWith('https:') ?? false)
  const worker = startWorker({ url, directUrl, dataDir, keysDir, rights }, say)
  const sealer = await startSealer(
    {
      url: directUrl ?? url,
      rights,
      places: kernel.trail,
      formerKeys: join(dataDir, 'keys'),
      command: env.checkpointCommand,
    },
    say,
  )
  const seals = watchSeals(kernel, say)
  const server = await buildServer({
    kernel,
    cache,
    routes: allRoutes({ cache, setup, secure, origin: env.url }),
    secure,
    tls,
    proxies: env.proxies,
    webFolder,
    origin: env.url,
    logError: (error, requestId) => console.error(`dossier: ${requestId}`, whatPasses(error) ?? error),
  })
  return {
    kernel,
    listen: async () => {
      const address = await listen(server, env)
      say(`ready at ${env.url ?? address}`)
      if (sheetsDue(kernel.keys.secrets()))
        say('two people should keep the recovery sheets of the master key: page Keys, or npx dossier keys sheets')
      if (setup.token) say(`set up your company here (one time only): ${env.url ?? address}/setup?token=${setup.token}`)
      return address
    },
    close: async () => {
      tls?.close()
      seals.stop()
      // Streams stay open as long as their readers do; they end with the server.
      server.server.closeAllConnections()
      await server.close()
      await Promise.all([worker.stop(), sealer.stop()])
      await closeKernel(kernel)
    },
  }
}

/** Every request meets these for as long as they last: one line each says enough. */
function whatPasses(error: unknown): string | undefined {
  if (isDatabaseAway(error)) return 'the database does not answer'
  if (error instanceof AppError && error.code === 'request.too_costly')
    return 'a statement took too long and was stopped'
  return isDiskFull(error) ? 'the disk is full' : undefined
}

/** A first start without a browser: the head's account from the settings, once. */
async function makeFirstAccount(env: Env, setup: Awaited<ReturnType<typeof openSetup>>): Promise<void> {
  if (!env.admin || !(await setup.isNeeded())) return
  await setup.run({ ...env.admin, company: 'Dossier', name: env.admin.login, locale: 'zh' })
}
