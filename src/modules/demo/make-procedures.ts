import type { Context } from '#kernel'
import { draftOfDuties, starterDuties } from '#shared/starter-duties'
import { starterProcedures } from '#shared/starter-procedures'
import { draftOf } from '#shared/starter-procedures/starter-procedure'
import type { DemoWorld } from './demo-world.ts'
import { languageOfCompany } from './language-of-company.ts'

/** Procedures that begin by themselves stay drafts: none is to fall on the files of whoever tries the product out. */
const published = ['enter', 'call_back']

/** The procedures to begin with, two of them in force, and the duties of the posts that there are. */
export async function makeProcedures(ctx: Context, { ids, until }: DemoWorld): Promise<void> {
  const locale = await languageOfCompany(ctx)
  await ctx.recordsNamed('publication').createMany(
    starterProcedures.map((starter, index) => ({
      id: ids.other('procedure', index, until + index),
      input: {
        ...draftOf(starter, locale),
        state: !starter.stages && published.includes(starter.act) ? 'published' : 'draft',
      },
    })),
  )
  const posts = starterDuties.filter(({ roles }) => roles)
  await ctx.recordsNamed('publication').createMany(
    posts.map((starter, index) => ({
      id: ids.other('duties', index, until + index),
      input: { ...draftOfDuties(starter, locale), state: 'published' },
    })),
  )
}
