import { once } from 'node:events'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a house that can be cut, as in a lift or without the company's VPN: the browser's own network is still there. */
export type Line = {
  address: string
  cut(): Promise<void>
  mend(): Promise<void>
  /** From now on this path is answered with a text that is made from the house's own. */
  bend(path: string, change: (text: string) => string): void
}

export async function openLine(to: string): Promise<Line> {
  const bent = new Map<string, (text: string) => string>()
  const server = createServer((asked, answer) => {
    const options = { method: asked.method, headers: asked.headers, agent: false }
    const change = bent.get(asked.url ?? '')
    if (change) options.headers = { ...asked.headers, 'accept-encoding': 'identity' }
    const onward = request(new URL(asked.url ?? '', to), options, (found) => {
      if (change) return void sendChanged(answer, found.headers['content-type'], found, change)
      answer.writeHead(found.statusCode ?? 502, found.headers)
      found.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  onTestFinished(async () => {
    if (server.listening) await cut()
  })
  // A server that listens on no pipe has an address of this form.
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    cut,
    mend: () => listen(port),
    bend: (path, change) => bent.set(path, change),
  }
}

async function sendChanged(
  answer: ServerResponse,
  type: string | undefined,
  found: AsyncIterable<Buffer>,
  change: (text: string) => string,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of found) parts.push(part)
  answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
  answer.end(change(Buffer.concat(parts).toString()))
}
