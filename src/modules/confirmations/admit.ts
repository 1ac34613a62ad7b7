import {
  type AnswerLink,
  actorOf,
  auditRow,
  type Context,
  endAnswerLink,
  forgetTries,
  isSameText,
  mayChangeRecord,
  personById,
  standingOfPerson,
  tryAnswerLink,
} from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { RecordAnswer } from '#shared/wire'
import { agreeing, confirmableFields } from './confirmable.ts'
import { confirmationLink } from './confirmation-link.ts'
import { phoneTail } from './phone-tail.ts'

/** What somebody brings who has not signed in: the token behind the `#`, and what is asked for beside it. */
export type Presented = { token: string; check: string }

/** A link that is good, with the file as it is now and its sender with the rights of this moment. */
export type Living = {
  link: RecordAnswer
  file: RecordAnswer
  sender: Context
  tried: AnswerLink
  fields: ReturnType<typeof confirmableFields>
  agreeing: readonly string[]
}

/** The one refusal of whatever does not lead to a good link; nothing in it tells why. */
export function deadLink(): AppError {
  return new AppError(403, 'confirmation.link_dead')
}

/** Lets whoever knows what is asked for beside a good link come to it. `house`: the house acts for them. */
export async function admit(house: Context, { token, check }: Presented): Promise<Living> {
  const tried = await tryAnswerLink(house.db, token)
  const living = tried && (await livingLink(house, tried))
  if (!tried || !living) {
    await noteAnswer(house, tried?.record, { result: 'refused', step: 'link' })
    throw deadLink()
  }
  const expected = tried.codeHash ?? phoneTail(house, living.file)
  if (expected === undefined || !isSameText(token, check, expected)) {
    if (tried.isLastTry) await lock(house, tried.record)
    await noteAnswer(house, tried.record, { result: 'refused', step: 'check' })
    throw deadLink()
  }
  await forgetTries(house.db, token)
  return living
}

/** One line of the trail for each time that somebody comes with a link. */
export async function noteAnswer(
  house: Context,
  record: string | undefined,
  { result, ...detail }: { result: 'done' | 'refused'; step: string; origin?: string },
): Promise<void> {
  const facts = { action: 'confirm', object: confirmationLink.name, record, result, detail } as const
  await house.kernel.audit.write(auditRow(house, facts))
}

/**
 * A link lives with the right of its sender to change the file: it is dead once they have left, the file has gone to others, lies in the
 * recycle bin or has lost its keys, or nobody is left who could agree.
 */
export async function livingLink(house: Context, tried: AnswerLink): Promise<Living | undefined> {
  try {
    const link = await house.records(confirmationLink).get(tried.record)
    if (link.state !== 'sent' && link.state !== 'opened') return undefined
    if (Date.parse(String(link.validUntil)) <= house.now().getTime()) return undefined
    const sender = await contextOf(house, String(link.sender))
    const id = String(link.customer)
    if (!sender || !(await mayChangeRecord(sender, sender.type(customer.name), id))) return undefined
    const file = await house.records(customer).get(id)
    const people = await agreeing(house, file.owner, String(link.sender))
    const asked = Array.isArray(link.fields) ? link.fields : []
    const fields = confirmableFields(sender).filter(({ name }) => asked.includes(name))
    if (file.destroyed || !people.length || !fields.length) return undefined
    return { link, file, sender, tried, fields, agreeing: people }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return undefined
    throw error
  }
}

/** As its sender, who is not there: without a session, and with the rights that they have now. */
async function contextOf(house: Context, id: string): Promise<Context | undefined> {
  const person = await personById(house.db, house.kernel.registry, id)
  if (!person) return undefined
  const standing = await standingOfPerson({ ...house.kernel, db: house.db }, person)
  return house.with({ actor: actorOf(person, standing, { session: null }), systemReason: null })
}

async function lock(house: Context, record: string): Promise<void> {
  await house.transaction(async (tx) => {
    await endAnswerLink(tx.db, record)
    await tx.records(confirmationLink).update(record, { state: 'locked' })
  })
}
