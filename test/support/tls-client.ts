import { request } from 'node:https'
import { connect, type Socket } from 'node:net'
import type { ConnectionOptions, PeerCertificate } from 'node:tls'
import { connect as connectByTls, TLSSocket } from 'node:tls'

export type TlsAnswer = {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
  peer: PeerCertificate
}

type Asked = ConnectionOptions & { method?: string; headers?: Record<string, string>; body?: unknown }

/** One https request on a connection of its own, by a client that trusts `ca` alone. */
export function askByTls(address: string, { body, headers, ...options }: Asked = {}): Promise<TlsAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<TlsAnswer>()
  const text = body === undefined ? undefined : JSON.stringify(body)
  const type = text === undefined ? {} : { 'content-type': 'application/json' }
  const call = request(
    address,
    { ca: [], agent: false, ...options, headers: { ...type, ...headers } },
    async (answer) => {
      const peer = answer.socket instanceof TLSSocket ? answer.socket.getPeerCertificate() : undefined
      let read = ''
      for await (const chunk of answer.setEncoding('utf8')) read += chunk
      if (peer) resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read, peer })
      else reject(new Error('Not by TLS'))
    },
  )
  call.on('error', reject).end(text)
  return promise
}

/** What a server answers to these bytes, until it ends the connection. */
export function answerTo(port: number, bytes: string): Promise<string> {
  return readToEnd(connect(port, '127.0.0.1'), bytes)
}

export function answerByTls(port: number, bytes: string, ca: string): Promise<string> {
  return readToEnd(connectByTls({ port, ca, host: '127.0.0.1' }), bytes)
}

function readToEnd(socket: Socket, bytes: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let read = ''
  socket
    .setEncoding('latin1')
    .on('data', (chunk) => {
      read += chunk
    })
    .on('close', () => resolve(read))
    .on('error', reject)
    .write(bytes)
  return promise
}
