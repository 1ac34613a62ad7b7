import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { StartFailure } from '../start-failure.ts'
import type { Place } from './placement.ts'
import { EndedEarly, type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts'
import { failureFrom } from './server-output.ts'

const PORT_TAKEN = /Address already in use|could not create any TCP\/IP sockets/
const ATTEMPTS = 5

/** Starts on the port of the last time, or on another when that is taken. */
export async function startOnAnyPort(
  options: Omit<PostmasterOptions, 'port'>,
  portFile: string,
): Promise<{ postmaster: Postmaster; port: number }> {
  const remembered = Number(await readFile(portFile, 'utf8').catch(() => ''))
  for (let attempt = 1; ; attempt++) {
    const port = (attempt === 1 && remembered) || (await freePort())
    if (port !== remembered) await writeFile(portFile, String(port))
    try {
      return { postmaster: await startPostmaster({ ...options, port }), port }
    } catch (error) {
      if (!(error instanceof EndedEarly) || !PORT_TAKEN.test(error.output)) throw explained(error, options)
      if (attempt === ATTEMPTS) throw new StartFailure('No free port was found for PostgreSQL.', 'Start again.')
    }
  }
}

/** Starts on the port that the application already talks to. */
export async function startOnPort(options: PostmasterOptions): Promise<Postmaster> {
  return await startPostmaster(options).catch((error: unknown) => {
    throw explained(error, options)
  })
}

function explained(error: unknown, { place }: { place: Place }): unknown {
  return error instanceof EndedEarly ? failureFrom(error.output, place.cluster, 'PostgreSQL did not start') : error
}

/** A port of this computer that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address && typeof address === 'object' ? address.port : 0
}
