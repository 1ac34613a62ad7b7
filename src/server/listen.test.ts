import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { listen } from './listen.ts'

const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

function open(env: { port: number; host: string }): Promise<string> {
  const server = fastify()
  servers.push(server)
  return listen(server, env)
}

describe('listening', () => {
  it('tells the address, and names the port that another program has', async () => {
    const address = await open({ port: 0, host: '127.0.0.1' })
    const port = Number(new URL(address).port)
    await expect(open({ port, host: '127.0.0.1' })).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that program, or start with another port: PORT=${port + 1} npm start`,
    )
  })

  it.each(['192.0.2.1', 'no-such-host.invalid'])('names the setting when %s is no address of this computer', (host) =>
    expect(open({ port: 0, host })).rejects.toThrow(`DOSSIER_HOST=${host} is not an address of this computer.`),
  )
})
