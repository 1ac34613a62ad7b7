import type { Context } from '#kernel'
import { customer } from '#objects'
import type { RecordAnswer } from '#shared/wire'

/** The last four digits of the telephone on a file, where there is one. */
export function phoneTail(ctx: Context, file: RecordAnswer): string | undefined {
  const { phone } = file
  return typeof phone === 'string' ? ctx.type(customer.name).fields.get('phone')?.kind.lookups?.(phone).tail : undefined
}
