import type { Context } from '#kernel'
import { demoStaff } from './demo-staff.ts'
import { type DemoWorld, travel } from './demo-world.ts'
import { languageOfCompany } from './language-of-company.ts'
import { teamWords } from './team-words.ts'
import { day } from './work-time.ts'

const why = 'make the demo company'

/** Texts that everybody reads, two of them to be confirmed, which most have done. */
export async function makeReading(ctx: Context, { ids, until }: DemoWorld): Promise<void> {
  const { announcement, policy, article } = teamWords[await languageOfCompany(ctx)]
  const texts = [
    { kind: 'announcement', ...announcement, mustRead: true, pinned: true },
    { kind: 'policy', ...policy, mustRead: true },
    { kind: 'article', ...article, mustRead: false },
  ]
  for (const [index, text] of texts.entries()) {
    const at = until - (12 - 3 * index) * day
    const then = travel(ctx, at)
    const { id: publication } = await then.recordsNamed('publication').create({ ...text, state: 'published' })
    if (!text.mustRead) continue
    const { items } = await then.recordsNamed('edition').list({ where: { publication }, limit: 1 })
    const edition = items[0]?.id
    const readers = demoStaff.filter((_, place) => (place + index) % 4 !== 0)
    const readAt = new Date(at + day).toISOString()
    const said = { title: text.title, publication, edition, number: 1, readAt }
    await then
      .asSystem(why)
      .recordsNamed('read_receipt')
      .createMany(readers.map(({ login }) => ({ input: { ...said, reader: ids.user(login) } })))
  }
}
