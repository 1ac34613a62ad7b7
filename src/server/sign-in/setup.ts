import { randomBytes, timingSafeEqual } from 'node:crypto'
import { anybody, type Context, type Kernel, makeContext, setPasswordHash, systemActor } from '#kernel'
import { company, user } from '#objects'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'
import { checkPassword, hashPassword } from './password.ts'

type FirstAccount = { company: string; name: string; login: string; password: string; locale: Locale }

/** The one-time link of a first start: lives in memory, ends with the first account or the process. */
export type Setup = {
  token: string | null
  isNeeded(): Promise<boolean>
  check(token: string): Promise<void>
  run(account: FirstAccount): Promise<{ user: string }>
}

export async function openSetup(kernel: Kernel): Promise<Setup> {
  const setup: Setup = {
    token: (await anybody(kernel.db, kernel.registry)) ? null : randomBytes(24).toString('base64url'),
    isNeeded: async () => !(await anybody(kernel.db, kernel.registry)),
    check: async (token) => {
      if (!(await setup.isNeeded())) throw new AppError(409, 'setup.done')
      const expected = Buffer.from(setup.token ?? '')
      const given = Buffer.from(token)
      if (!expected.length || expected.length !== given.length || !timingSafeEqual(expected, given))
        throw new AppError(403, 'setup.link_invalid')
    },
    run: async (account) => {
      await checkPassword(account.password, account, 'modern')
      const hash = await hashPassword(account.password)
      const ctx = makeContext({
        kernel,
        actor: { ...systemActor, locale: account.locale },
        channel: 'setup',
        systemReason: 'first account',
      })
      const made = await ctx.transaction((tx) => makeFirst(tx, account, hash))
      setup.token = null
      return made
    },
  }
  return setup
}

/** Company, head and what modules begin with together or not at all; a second set-up at the same moment waits and then finds somebody there. */
async function makeFirst(tx: Context, account: FirstAccount, hash: string): Promise<{ user: string }> {
  await tx.db.text('lock table credential in share row exclusive mode')
  if (await anybody(tx.db, tx.kernel.registry)) throw new AppError(409, 'setup.done')
  await tx.records(company).create({ name: account.company, language: account.locale })
  const head = await tx
    .records(user)
    .create({ name: account.name, login: account.login, role: 'head', language: account.locale })
  await setPasswordHash(tx.db, head.id, hash)
  for (const { begin } of tx.kernel.modules) await begin?.(tx)
  return { user: head.id }
}
