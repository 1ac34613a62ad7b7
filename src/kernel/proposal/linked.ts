import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { load } from '../record/load.ts'

/** A record that is named as proof. */
export type Linked = { object: string; record: string }

/** As it stood when it was named: whoever decides is told of what changed since. */
export type KeptLink = Linked & { version: number }

/** What is named has to stand on a file that the request is about, before its maker's eyes. */
export async function keepLinks(
  ctx: Context,
  owners: readonly string[],
  linked: readonly Linked[],
): Promise<KeptLink[]> {
  const kept: KeptLink[] = []
  for (const { object, record } of linked) {
    if (kept.some((one) => one.record === record)) continue
    const version = await versionOn(ctx, owners, { object, record })
    if (version === null) throw new AppError(422, 'proposal.link_unknown')
    kept.push({ object, record, version })
  }
  return kept
}

/** Those that could still be named: what has gone since proves nothing when the request is brought again. */
export async function stillLinked(
  ctx: Context,
  owners: readonly string[],
  linked: readonly Linked[],
): Promise<Linked[]> {
  const still: Linked[] = []
  for (const one of linked) if ((await versionOn(ctx, owners, one)) !== null) still.push(one)
  return still
}

async function versionOn(ctx: Context, owners: readonly string[], { object, record }: Linked): Promise<number | null> {
  const type = proving(ctx, object)
  if (!type?.parent) return null
  try {
    const { values, version } = await load(ctx, type, record)
    return owners.includes(String(values[type.parent.field])) ? version : null
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null
    throw error
  }
}

/** The object's records may prove something. */
function proving(ctx: Context, object: string): ObjectType | undefined {
  const type = ctx.kernel.registry.objects.get(object)
  return type?.definition.proves ? type : undefined
}
