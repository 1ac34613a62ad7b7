import {
  type Context,
  credentialOf,
  defineJob,
  dormantPeople,
  houseOwner,
  type LinkPurpose,
  makeAccountLink,
  type Person,
  personById,
  personByLogin,
  requireFreshProof,
  startJob,
} from '#kernel'
import { queueMail } from '#modules/mail'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import { dormantDays, readSignInSettings } from './sign-in-settings.ts'

/** For how many minutes a link is good. */
const good: Record<LinkPurpose, number> = { invitation: 7 * 24 * 60, reset: 30 }

/** Mails a new colleague the link on which the first password is set; an older link ends. For whoever may change the record. */
export async function invite(ctx: Context, id: string): Promise<void> {
  requireFreshProof(ctx)
  await ctx.transaction(async (tx) => {
    const record = await tx.records(user).get(id)
    if (!record.can.includes('update')) throw new AppError(403, 'access.forbidden')
    if (!(await personById(tx.db, tx.kernel.registry, id))) throw new AppError(409, 'access.account_off')
    if (await credentialOf(tx.db, id)) throw new AppError(409, 'access.has_password')
    if (!record.email && !record.masked?.email) throw new AppError(409, 'mail.no_address')
    await mailLink(tx, id, 'invitation')
  })
}

const resetJobKind = 'password_reset'
/** What was typed into the line of a login may be anything, so it waits sealed. */
const typed = { object: 'job', record: houseOwner, field: 'login', copy: 'record' } as const
const key = { owner: houseOwner, level: 3 } as const

/**
 * Somebody has forgotten the password of a login. Whether there is such a login is looked at later, away from the request,
 * whose answer and time so have nothing to tell.
 */
export async function queueReset(ctx: Context, login: string): Promise<void> {
  const ring = await ctx.kernel.codec.sealing([key])
  await startJob(ctx, resetJobKind, { login: ring.seal(login, typed, key).toString('base64') })
}

type Place = { looked: boolean }

export const resetJob = defineJob<{ login: string }, Place>({
  kind: resetJobKind,
  start: () => ({ looked: false }),
  step: async (ctx, { login }) => {
    const person = await whose(ctx, Buffer.from(login, 'base64'))
    if (person && (await mayReset(ctx, person))) await mailLink(ctx, person.id, 'reset')
    return { place: { looked: true }, done: 1, total: 1, finished: true }
  },
})

async function whose({ db, kernel }: Context, sealed: Buffer): Promise<Person | undefined> {
  const login = (await kernel.codec.opening(db, [sealed])).open(sealed, typed)
  return login === null ? undefined : personByLogin(db, kernel.registry, login)
}

/** Who has no password comes in another way, and who was away too long is let in by the company alone. */
async function mayReset({ db, kernel }: Context, { id }: Person): Promise<boolean> {
  if (!(await credentialOf(db, id))) return false
  const { passwords } = await readSignInSettings(db)
  return passwords !== 'mlps3' || (await dormantPeople(db, kernel.registry, dormantDays, id)).length === 0
}

async function mailLink(ctx: Context, person: string, purpose: LinkPurpose): Promise<void> {
  const { token } = await makeAccountLink(ctx.db, { person, purpose }, good[purpose])
  // Behind the #, where no server and no log comes to see it.
  await queueMail(ctx, { kind: purpose, person, path: `/password#${token}`, minutes: good[purpose] })
}
