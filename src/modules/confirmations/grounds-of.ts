import { Readable } from 'node:stream'
import { type Context, type Grounds, storeFile } from '#kernel'
import { sourceOfLinks } from '#shared/grounds'
import type { Locale } from '#shared/label'
import { type Answered, type Origin, originLabels } from './confirmation-link.ts'

type Told = { link: string; answers: Readonly<Record<string, Answered>>; origin: Origin }

/** What a request founded on a customer's answer says of itself, with a file that tells which link it was; no value stands in either. */
export async function groundsOf(
  sender: Context,
  { link, answers, origin }: Told,
): Promise<Grounds & { reason: string }> {
  const reason = reasons[sender.locale](originLabels[origin][sender.locale])
  const text = JSON.stringify(
    { link, sender: sender.actor.id, at: sender.now().toISOString(), origin, ip: sender.ip, answers },
    null,
    2,
  )
  const file = await storeFile(sender, Readable.from([Buffer.from(text)]), `confirmation-${link}.txt`)
  return { reason, source: sourceOfLinks, files: [file.id] }
}

const reasons: Readonly<Record<Locale, (origin: string) => string>> = {
  zh: (origin) => `经客户确认链接答复。答复来自：${origin}。`,
  en: (origin) => `Answered on a link that was sent to the customer. Answered from: ${origin}.`,
}
