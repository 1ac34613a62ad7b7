import { createTransport } from 'nodemailer'
import type { Deliver, MailServer, MailTrouble } from '#modules/mail'

/** A mail is small: whoever needs longer is away. The longest is less than what a transaction may take. */
const silenceMs = 15_000
const longestMs = 40_000

/** Hands one mail to the company's server by SMTP, to one recipient, and says what went wrong. */
export const smtp: Deliver = async (server, { id, from, to, subject, text }) => {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.tls === 'tls',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    auth: authOf(server),
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    dnsTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      messageId: id,
      from,
      to,
      subject,
      text,
      // Said apart from the headers: nothing that stands in a name or an address makes another recipient.
      envelope: { from: from.address, to: [to.address] },
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(longestMs),
    })
    return undefined
  } catch (error) {
    return troubleOf(error)
  } finally {
    transport.close()
  }
}

function authOf({ user, password, tls }: MailServer): { user: string; pass: string } | undefined {
  return user && tls !== 'none' ? { user, pass: password } : undefined
}

function troubleOf(error: unknown): MailTrouble {
  const { code, message = '' } = Object(error)
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login'
  if (code === 'ETLS' || /certificate|ssl|tls/i.test(`${code} ${message}`)) return 'tls'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'refused'
  return 'away'
}
