import { createServer as createPlainServer, type RequestListener } from 'node:http'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { Socket } from 'node:net'
import type { Pair } from './certificate-files.ts'

/** The first byte of every TLS connection, and of no HTTP request. */
const handshake = 0x16

/** Who connects has said who it is within `handshakeTimeout`, or is not waited for. */
export type SecureOptions = ServerOptions & { handshakeTimeout: number }

export type SecureServer = {
  server: Server
  /** New connections get another certificate; those that are open keep theirs. */
  use(pair: Pair): void
}

/** A server that speaks https, and sends whoever comes with plain http to the same address over https. */
export function makeSecureServer(pair: Pair, options: SecureOptions, handler: RequestListener): SecureServer {
  const secure = ({ cert, key }: Pair) => ({ cert, key, minVersion: 'TLSv1.2' }) as const
  const server = createServer({ ...options, ...secure(pair) }, handler)
  const begins = server.listeners('connection')
  server.removeAllListeners('connection')
  const plain = plainServer()
  const unsecured = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    const late = setTimeout(() => socket.destroy(), options.handshakeTimeout)
    unsecured.add(socket)
    const gone = (): void => void socket.destroy()
    const forget = (): void => {
      clearTimeout(late)
      unsecured.delete(socket)
    }
    socket.once('close', forget).on('error', gone)
    socket.once('data', (first: Buffer) => {
      socket.pause().unshift(first)
      if (first[0] === handshake) {
        forget()
        socket.off('close', forget).off('error', gone)
        for (const begin of begins) begin.call(server, socket)
      } else plain.emit('connection', socket)
      // What has been read already goes first.
      process.nextTick(() => socket.resume())
    })
  })
  const closeAll = server.closeAllConnections.bind(server)
  server.closeAllConnections = () => {
    closeAll()
    for (const socket of unsecured) socket.destroy()
  }
  return { server, use: (next) => server.setSecureContext(secure(next)) }
}

/** One answer for each connection; its caller has as long for all of it as others for their handshake. */
function plainServer() {
  return createPlainServer((request, response) => {
    const { host = '' } = request.headers
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    response.setHeader('connection', 'close')
    if (isRead && URL.canParse(`https://${host}`) && request.url?.startsWith('/'))
      response.writeHead(308, { location: `https://${host}${request.url}` }).end()
    // What it brought has crossed the network for everybody to read: a redirect would hide that.
    else response.writeHead(400, { 'content-type': 'text/plain' }).end('This address speaks https only.\n')
  })
}
