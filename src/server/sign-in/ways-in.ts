import { type Context, credentialOf, hasPasskey, isBound, takeTurn } from '#kernel'
import { readSsoSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'

type Take = (tx: Context) => Promise<void>

/** Takes something of what proves who somebody is: one after the other, so that two at once do not each count on what the other takes. */
export async function takeOwnProof(ctx: Context, person: string, take: Take): Promise<void> {
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `ways in ${person}`)
    await take(tx)
  })
}

/** Takes something from somebody's own ways in, but never the last of them. */
export async function takeOwnWayIn(ctx: Context, person: string, take: Take): Promise<void> {
  await takeOwnProof(ctx, person, async (tx) => {
    await take(tx)
    if (!(await hasWayIn(tx, person))) throw new AppError(409, 'access.last_way_in')
  })
}

/** Whether somebody is bound to the sign-on service and could come in no other way. */
export async function isOnlyBound({ db }: Context, person: string): Promise<boolean> {
  return !(await credentialOf(db, person)) && !(await hasPasskey(db, person))
}

/** Who is bound to a service that the company does not use any more comes in by it no longer. */
async function hasWayIn(ctx: Context, person: string): Promise<boolean> {
  if (!(await isOnlyBound(ctx, person))) return true
  const { issuer, clientId } = await readSsoSettings(ctx.db)
  return clientId !== '' && issuer !== '' && (await isBound(ctx.db, person, issuer))
}
