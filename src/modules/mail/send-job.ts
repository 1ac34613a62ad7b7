import type { WaitingMessage } from '#kernel'
import {
  type Context,
  defineJob,
  endMessage,
  type Job,
  noteTry,
  personById,
  personWithDuty,
  type Step,
  waitingMessage,
} from '#kernel'
import { company, user } from '#objects'
import type { Locale } from '#shared/label'
import { isLetter, neededDuties, oneLine, writeLetter } from './letters.ts'
import { type MailServer, mailServer } from './mail-settings.ts'
import { mailJobKind } from './queue-mail.ts'

type Mailbox = { name: string; address: string }

/** A mail as it leaves. */
type Letter = { id: string; from: Mailbox; to: Mailbox; subject: string; text: string }

/** Why a mail did not leave; never the server's own words, which may hold addresses. */
export const mailTroubles = [
  'away',
  'tls',
  'login',
  'refused',
  'no_address',
  'no_person',
  'no_right',
  'not_set_up',
  'late',
] as const
export type MailTrouble = (typeof mailTroubles)[number]

/** Hands a mail to a server; answers with what went wrong, if anything did. */
export type Deliver = (server: MailServer, letter: Letter) => Promise<MailTrouble | undefined>

/** No later attempt would change it. */
const forGood: readonly MailTrouble[] = ['no_person', 'no_right']

type Place = { attempts: number }
type Input = { message: string }

const firstPause = 60
const longestPause = 6 * 3_600

/**
 * Sends one mail. It leaves and is noted as sent in one transaction: killed in between, it goes again under the same
 * Message-ID. While its server is away it waits, each time twice as long, until it is worth nothing any more.
 */
export function sendJob(deliver: Deliver): Job {
  return defineJob<Input, Place>({
    kind: mailJobKind,
    start: () => ({ attempts: 0 }),
    step: async (ctx, { message: id }) => {
      const message = await waitingMessage(ctx, id)
      return message ? send(ctx, message, deliver) : ended(0)
    },
  })
}

async function send(ctx: Context, message: WaitingMessage, deliver: Deliver): Promise<Step<Place>> {
  const server = await mailServer(ctx)
  const attempts = message.attempts + 1
  const trouble = await attempt(ctx, message, { server, deliver })
  if (!trouble) {
    await endMessage(ctx, message, { state: 'sent', server: server?.host })
    return ended(attempts)
  }
  const pause = Math.min(firstPause * 2 ** (attempts - 1), longestPause)
  const ends = Date.parse(message.until) <= ctx.now().getTime() + pause * 1_000
  if (ends || forGood.includes(trouble)) {
    await endMessage(ctx, message, { state: 'failed', trouble, server: server?.host })
    return ended(attempts)
  }
  await noteTry(ctx, message, trouble)
  return { place: { attempts }, done: 0, total: 1, finished: false, pause }
}

const ended = (attempts: number): Step<Place> => ({ place: { attempts }, done: 1, total: 1, finished: true })

type With = { server: Awaited<ReturnType<typeof mailServer>>; deliver: Deliver }

async function attempt(
  ctx: Context,
  message: WaitingMessage,
  { server, deliver }: With,
): Promise<MailTrouble | undefined> {
  if (Date.parse(message.until) <= ctx.now().getTime()) return 'late'
  if (!server) return 'not_set_up'
  const person = await readerOf(ctx, message)
  if (!person || !message.content) return 'no_person'
  const duty = isLetter(message.kind) && neededDuties[message.kind]
  if (duty && !(await personWithDuty(ctx, person.id, duty))) return 'no_right'
  const { email } = person
  if (typeof email !== 'string' || !isAddress(email)) return 'no_address'
  const { items } = await ctx.records(company).list({ limit: 1, uncounted: true })
  const house = oneLine(String(items[0]?.values.name ?? ''))
  const { link = '', title, body } = message.content
  const told = title === undefined || body === undefined ? undefined : { title, body }
  const words = { name: person.name, login: person.login, company: house, link, told }
  const written = writeLetter(message.kind, person.language, words)
  if (!written) return 'no_person'
  return deliver(server, {
    ...written,
    id: `<${message.id}@${message.sender.split('@').at(-1)}>`,
    from: { name: oneLine(server.fromName) || house, address: server.from },
    to: { name: oneLine(person.name), address: email },
  })
}

type Reader = { id: string; name: string; login: string; language: Locale; email: unknown }

/** Somebody of the house, or whom a file is about; nobody, where they have left or their file is not there any more. */
async function readerOf(ctx: Context, { object, person: id, content }: WaitingMessage): Promise<Reader | undefined> {
  if (object === user.name) {
    const person = await personById(ctx.db, ctx.kernel.registry, id)
    return person && { ...person, email: (await ctx.records(user).get(id)).email }
  }
  const { items } = await ctx.recordsNamed(object).list({ where: { id }, limit: 1, uncounted: true })
  const [file] = items
  if (!file) return undefined
  const language = content?.language === 'en' ? 'en' : 'zh'
  return { id, name: '', login: '', language, email: file.values.email }
}

/** One address and nothing else, whatever stands in the record. */
function isAddress(text: string): boolean {
  return /^[^\s@<>()[\],;:\\"\p{Cc}]+@[^\s@<>()[\],;:\\"\p{Cc}]+$/u.test(text)
}
