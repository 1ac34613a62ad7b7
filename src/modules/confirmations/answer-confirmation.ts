import { isDeepStrictEqual } from 'node:util'
import { type Context, sessionsOf, takeAnswerLink } from '#kernel'
import { customer } from '#objects'
import { AppError, type FieldError } from '#shared/app-error'
import { admit, deadLink, type Living, livingLink, noteAnswer, type Presented } from './admit.ts'
import { confirmField } from './confirm-field.ts'
import { type Answered, confirmationLink, type Origin } from './confirmation-link.ts'
import { groundsOf } from './grounds-of.ts'

type FieldAnswer = { is: 'right' } | { is: 'gone' } | { is: 'value'; value: string }

type ConfirmationAnswer = Presented & { version: number; answers: Readonly<Record<string, FieldAnswer>> }

type Judged = { answers: Record<string, Answered>; values: Record<string, unknown>; origin: Origin }

/**
 * Takes the answer of a customer and uses the link up, both or neither: what is right counts as verified by them, and all that is
 * not is one change request of whoever has sent the link. `signedIn`: the browser was somebody's of the house.
 */
export async function answerConfirmation(house: Context, answer: ConfirmationAnswer, signedIn: boolean): Promise<void> {
  const { link, tried } = await admit(house, answer)
  const origin = await house.transaction(async (tx) => {
    if (!(await takeAnswerLink(tx.db, answer.token))) throw deadLink()
    const living = await livingLink(tx, tried)
    if (!living) throw deadLink()
    const judged = { ...judge(tx, living, answer), origin: await originOf(tx, living, signedIn) }
    const request = await suggest(living, judged)
    for (const [field, said] of Object.entries(judged.answers))
      if (said === 'right')
        await confirmField(tx, living.file, { field, origin: judged.origin, sender: String(link.sender) })
    const { answers } = judged
    const told = {
      state: 'answered',
      answeredAt: tx.now().toISOString(),
      answers,
      origin: judged.origin,
      request,
    } as const
    await tx.records(confirmationLink).update(link.id, told)
    return judged.origin
  })
  await noteAnswer(house, link.id, { result: 'done', step: 'answered', origin })
}

/** What the answers come to: a value that stands there already is right, and all that could not be read is told at once. */
function judge(
  ctx: Context,
  { file, fields }: Living,
  { version, answers: given }: ConfirmationAnswer,
): Omit<Judged, 'origin'> {
  if (version !== file.version) throw new AppError(409, 'confirmation.changed')
  const answers: Record<string, Answered> = {}
  const values: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const { name, field, kind } of fields) {
    const said = given[name]
    const known = file[name] ?? null
    const params = { field: field.label[ctx.locale] }
    if (!said) errors.push({ path: name, code: 'field.required', params })
    else if (said.is === 'right' || (said.is === 'gone' && known === null)) answers[name] = 'right'
    else if (said.is === 'gone') {
      answers[name] = 'gone'
      values[name] = null
    } else {
      const read = kind.parse(said.value, field, ctx.parseEnv())
      if (read.problem || read.value === null) {
        const { code, params: more } = read.problem ?? { code: 'field.required' as const, params: {} }
        errors.push({ path: name, code, params: { ...params, input: said.value.slice(0, 100), ...more } })
      } else if (isDeepStrictEqual(read.value, known)) answers[name] = 'right'
      else {
        answers[name] = 'corrected'
        values[name] = read.value
      }
    }
  }
  const [first] = errors
  if (first) throw new AppError(422, first.code, { params: first.params, errors })
  return { answers, values }
}

/** What can be known of who answered: whether it came from where the sender is. From elsewhere it may be the sender all the same. */
async function originOf(ctx: Context, { link, tried }: Living, signedIn: boolean): Promise<Origin> {
  if (signedIn) return 'signed_in'
  const sessions = await sessionsOf(ctx.db, String(link.sender))
  const known = [tried.madeFrom, ...sessions.map(({ ip }) => ip)]
  return ctx.ip !== null && known.includes(ctx.ip) ? 'same_address' : 'apart'
}

/** One change request for all that is not right any more; its maker is whoever has sent the link, who so never signs it. */
async function suggest(
  { link, file, sender, agreeing }: Living,
  { values, answers, origin }: Judged,
): Promise<string | null> {
  if (!Object.keys(values).length) return null
  const grounds = await groundsOf(sender, { link: link.id, answers, origin })
  const { proposed } = await sender
    .with({ grounds })
    .recordsNamed(customer.name)
    .update(file.id, values, { version: file.version, reason: grounds.reason, suggestTo: agreeing })
  if (!proposed) throw new AppError(409, 'confirmation.changed')
  return proposed
}
