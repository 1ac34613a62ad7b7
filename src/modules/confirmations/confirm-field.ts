import type { Context } from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { RecordAnswer } from '#shared/wire'
import type { Origin } from './confirmation-link.ts'

type Confirmed = { field: string; origin: Origin; sender: string }

/**
 * A value counts as verified by whom the file is about, never by who has sent the link. What came from a browser that was signed in
 * here proves nothing; from the sender's own address it is told, and does not stand for the second person that some values want.
 */
export async function confirmField(
  house: Context,
  file: RecordAnswer,
  { field, origin, sender }: Confirmed,
): Promise<void> {
  const value = file[field]
  const isAsked = house.type(customer.name).verified.some(({ name }) => name === field)
  if (!isAsked || origin === 'signed_in' || value === null || value === undefined) return
  const askedBy = origin === 'apart' ? undefined : sender
  try {
    await house.records(customer).verify(file.id, { field, how: 'link', version: file.version, askedBy })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'verification.own_entry') throw error
  }
}
