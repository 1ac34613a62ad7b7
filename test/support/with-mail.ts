import type { Kernel } from '#kernel'
import { makeContext, systemActor } from '#kernel'
import { changeMailSettings } from '#modules/mail'
import { user } from '#objects'
import type { House } from './house.ts'

type MailSettings = Parameters<typeof changeMailSettings>[1]

/** Where the links of mails lead in tests that open none. */
export const site = 'http://dossier.test'

/** Tells the house to hand its mail to a server on this computer. */
export async function mailTo(kernel: Kernel, port: number, more: MailSettings = {}): Promise<void> {
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
  const plain = { host: '127.0.0.1', port, tls: 'none', user: '', from: 'dossier@example.com', address: site } as const
  await changeMailSettings(ctx, { ...plain, ...more })
}

/** A new colleague with an address, who has no password yet. */
export async function newColleague(
  house: Pick<House, 'system'>,
  values: Record<string, unknown> = {},
): Promise<string> {
  const login = `new${crypto.randomUUID().slice(0, 8)}`
  const email = `${login}@example.com`
  const made = await house
    .system()
    .records(user)
    .create({ name: '钱进', login, role: 'clerk', email, ...values })
  return made.id
}
