import type { Context } from '#kernel'
import { type DemoWorld, inLots, ownerOf, travel } from './demo-world.ts'
import { revisedNotice } from './plan-consents.ts'

type OnFile = { object: 'consent' | 'disclosure'; list: 'consents' | 'laterConsents' | 'disclosures'; by: string }

/** What customers agreed to, or what was handed on of them, for purposes that the company still has under the codes it began with. */
export function makeByPurpose({ object, list, by: person }: OnFile) {
  const isTold = object === 'consent'
  return (ctx: Context, world: DemoWorld, from: number, to: number): Promise<void> =>
    inLots(world.plan[list], [from, to], async (items, then) => {
      const { purposes } = ctx.kernel
      await travel(ctx, then)
        .recordsNamed(object)
        .createMany(
          items.flatMap(({ item: { at, customer, purpose: code, input }, index }) => {
            const purpose = purposes.get(code)
            if (!purpose || (isTold && !purpose.notice.texts.zh)) return []
            const by = ownerOf(world, customer)
            const links = { customer: world.ids.customer(customer), purpose: purpose.id, [person]: by }
            return [
              {
                id: world.ids.other(list, index, at),
                input: { ...links, ...(isTold && { noticeLanguage: 'zh' }), ...input },
                origin: { createdAt: new Date(at).toISOString(), createdBy: by },
              },
            ]
          }),
        )
    })
}

/** The first notice of marketing is written anew; one that the company has changed itself stays its own. */
export async function reviseNotice(ctx: Context): Promise<void> {
  const purpose = ctx.kernel.purposes.get('marketing')
  if (purpose?.notice.version !== 1) return
  const purposes = ctx.recordsNamed('purpose')
  const { version } = await purposes.get(purpose.id)
  await purposes.update(
    purpose.id,
    { noticeZh: revisedNotice.zh, noticeEn: revisedNotice.en },
    { version, reason: '写明发送频次和保存期限' },
  )
}
