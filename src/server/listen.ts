import type { FastifyInstance } from 'fastify'
import type { Env } from './env.ts'
import { codeOf, StartFailure } from './start-failure.ts'

const refusals: Record<string, (env: Pick<Env, 'port' | 'host'>) => StartFailure> = {
  EADDRINUSE: ({ port }) =>
    new StartFailure(
      `Port ${port} is taken by another program.`,
      `Stop that program, or start with another port: PORT=${port + 1} npm start`,
    ),
  EACCES: ({ port }) =>
    new StartFailure(`Port ${port} may not be used by this user.`, 'Start with another port: PORT=8080 npm start'),
  EADDRNOTAVAIL: notHere,
  ENOTFOUND: notHere,
  EAI_AGAIN: notHere,
}

/** Listens where the settings say; answers with the address, or with a StartFailure that names the setting. */
export async function listen(server: FastifyInstance, env: Pick<Env, 'port' | 'host' | 'tls'>): Promise<string> {
  try {
    await server.listen({ port: env.port, host: env.host })
  } catch (error) {
    throw refusals[codeOf(error)]?.(env) ?? error
  }
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  return `${env.tls ? 'https' : 'http'}://localhost:${port}`
}

function notHere({ host }: Pick<Env, 'host'>): StartFailure {
  return new StartFailure(
    `DOSSIER_HOST=${host} is not an address of this computer.`,
    'Use 127.0.0.1 for this computer alone, 0.0.0.0 for all its networks, or one of its own addresses.',
  )
}
