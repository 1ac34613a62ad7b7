import { parseArgs } from 'node:util'
import { auditRow, makeContext, personByLogin, systemActor } from '#kernel'
import { readEnv } from '../server/env.ts'
import { changePassword } from '../server/sign-in/change-password.ts'
import { checkPassword } from '../server/sign-in/password.ts'
import { openSetup } from '../server/sign-in/setup.ts'
import { withKernel } from './with-kernel.ts'

/** `npx dossier create-admin --login NAME`: the first account, or a new password for a head who is locked out. */
const { values } = parseArgs({ options: { login: { type: 'string' }, company: { type: 'string' } } })
const password = process.env.DOSSIER_ADMIN_PASSWORD
if (!values.login || !password) {
  console.error(
    'Name the account and give its password in the environment: DOSSIER_ADMIN_PASSWORD=... npx dossier create-admin --login zhang',
  )
  process.exit(1)
}
const { login, company = 'Dossier' } = values
await checkPassword(password, { login, name: login }, 'modern')

await withKernel({
  // The password alone is no setting of the start, which asks for both.
  env: readEnv({ ...process.env, DOSSIER_ADMIN_LOGIN: login }),
  work: async (kernel) => {
    const setup = await openSetup(kernel)
    if (await setup.isNeeded()) {
      await setup.run({ company, name: login, login, password, locale: 'zh' })
      console.log(`The first account is made: sign in as ${login}.`)
      return
    }
    const person = await personByLogin(kernel.db, kernel.registry, login)
    if (!person) throw new Error(`Nobody signs in as ${login}. Ask the company head to make the account.`)
    await changePassword(kernel.db, { person, password })
    const ctx = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'create-admin' })
    await kernel.audit.write(
      auditRow(ctx, { action: 'configure', object: 'user', record: person.id, fields: ['password'] }),
    )
    console.log(`${login} has a new password and is not locked any more.`)
  },
})
