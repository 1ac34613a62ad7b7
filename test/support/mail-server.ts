import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as the server took it. */
export type Received = { from: string; to: readonly string[]; headers: readonly string[]; text: string; raw: string }

/** What the server does with the next mails, the first first; it takes those behind them. */
type Behaviour = 'refuse' | 'hang up'

export type MailServer = {
  port: number
  /** What it took. */
  mails: readonly Received[]
  /** What was shown to it, also where it did not take it. */
  shown: readonly Received[]
  next(...behaviours: Behaviour[]): void
  /** Resolves when somebody connects; nobody is greeted until `greet` is called. */
  holdDoor(): { somebody: Promise<void>; greet(): void }
  close(): Promise<void>
}

type Settings = {
  secure?: boolean
  certificate?: { key: string; cert: string }
  login?: { user: string; password: string }
  port?: number
}

/** A real SMTP server on this computer. */
export async function openMailServer({ secure, certificate, login, port = 0 }: Settings = {}): Promise<MailServer> {
  const mails: Received[] = []
  const shown: Received[] = []
  const coming: Behaviour[] = []
  let door: { knock(): void; open: Promise<void> } | undefined
  const server = new SMTPServer({
    secure,
    ...certificate,
    logger: false,
    hideSTARTTLS: !certificate,
    authOptional: !login,
    disabledCommands: login ? [] : ['AUTH'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.password) done(null, { user: username })
      else done(new Error('Who is that?'))
    },
    onConnect: (_session, done) => {
      if (!door) return done()
      door.knock()
      void door.open.then(() => done())
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const { mailFrom, rcptTo } = envelope
        const received = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          ...readMail(raw),
        }
        shown.push(received)
        const behaviour = coming.shift()
        if (behaviour === 'refuse') return done(Object.assign(new Error('Not now'), { responseCode: 451 }))
        if (behaviour === 'hang up') return dropAll(server)
        mails.push(received)
        done()
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(port, '127.0.0.1')
  if (!listening.listening) await once(listening, 'listening')
  return {
    // It listens on a port, not on a pipe.
    port: (listening.address() as AddressInfo).port,
    mails,
    shown,
    next: (...behaviours) => void coming.push(...behaviours),
    holdDoor: () => {
      const { promise: somebody, resolve: knock } = Promise.withResolvers<void>()
      const { promise: open, resolve: greet } = Promise.withResolvers<void>()
      door = { knock, open }
      return {
        somebody,
        greet: () => {
          door = undefined
          greet()
        },
      }
    },
    close: async () => {
      dropAll(server)
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

/** As if its computer had lost power. */
function dropAll(server: SMTPServer): void {
  for (const connection of server.connections) connection._socket.destroy()
}

function readMail(raw: string): Pick<Received, 'headers' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const encoding = headers.find((line) => /^content-transfer-encoding:/i.test(line))?.split(': ')[1]
  return { headers: headers.map(decodeWords), text: decodeBody(rest.join('\r\n\r\n'), encoding) }
}

function decodeBody(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body
}

function decodeWords(line: string): string {
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : unquote(text.replaceAll('_', ' ')),
    )
}

function unquote(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
