import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { mergeAgain } from '../merge/signed-merge.ts'
import { load } from '../record/load.ts'
import { carryOut } from './carry-out.ts'
import { withdrawIn } from './decide.ts'
import { type Linked, stillLinked } from './linked.ts'
import type { Proposal } from './proposal.ts'
import { askAsOne } from './together.ts'

/** The same change once more, on what stands now. Returns the new proposal, or nothing where none is needed any longer. */
export async function renew(ctx: Context, id: string, grounds?: string): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    const { proposal, parts } = await withdrawIn(tx, id)
    const files = [...(proposal.grounds?.files ?? []), ...(tx.grounds?.files ?? [])]
    const linked = await linkedAgain(tx, proposal, parts)
    const again = tx.with({ grounds: { ...proposal.grounds, ...tx.grounds, files, linked, asks: false, instead: id } })
    if (proposal.merge) {
      const reason = grounds || again.grounds?.reason
      const founded = again.with({ grounds: { files, ...again.grounds, reason } })
      return mergeAgain(founded, tx.type(proposal.object), proposal.merge)
    }
    if (!proposal.parts) return bringAgain(again, proposal, grounds)
    return askAsOne(again, async (each) => {
      let proposed: string | null = null
      for (const part of await stillThere(each, parts)) proposed = (await bringAgain(each, part, grounds)) ?? proposed
      return proposed
    })
  })
}

/** The change once more, on what stands now. */
async function bringAgain(ctx: Context, proposal: Proposal, reason: string | undefined): Promise<string | null> {
  const type = ctx.type(proposal.object)
  const { operation, record } = proposal
  const version =
    operation === 'create' ? 0 : (await load(ctx, type, record, { deleted: operation === 'restore' })).version
  const suggestTo = proposal.suggested && (proposal.people ?? [])
  return carryOut(ctx, { ...proposal, version }, { reason, suggestTo })
}

/** What has gone since is no part any longer; who signs sees which are left. */
async function stillThere(ctx: Context, parts: readonly Proposal[]): Promise<Proposal[]> {
  const still: Proposal[] = []
  for (const part of parts) if (await isThere(ctx, part)) still.push(part)
  return still
}

async function isThere(ctx: Context, { object, record, operation }: Proposal): Promise<boolean> {
  try {
    await load(ctx, ctx.type(object), record, { deleted: operation === 'restore' })
    return true
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return false
    throw error
  }
}

/** What proved it and still can, and what is named beside it. */
async function linkedAgain(ctx: Context, { grounds }: Proposal, parts: readonly Proposal[]): Promise<Linked[]> {
  const owners = parts.map(({ owner }) => owner)
  return [...(await stillLinked(ctx, owners, grounds?.linked ?? [])), ...(ctx.grounds?.linked ?? [])]
}
