import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import { passFilesOf } from '../files/files.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { moveCourse } from './course.ts'
import { contentLevel, contentPlace, faceOf } from './proposal.ts'

/**
 * What has been asked for about records that move to another file, open or decided on, sealed with that one's key. What it
 * says stays, and so does the hash that is signed. Runs beyond the writer's sight.
 */
export async function moveProposals(
  ctx: Context,
  type: ObjectType,
  { ids, to }: { ids: readonly string[]; to: string },
): Promise<void> {
  const { type: face, fields } = faceOf(ctx)
  const column = (field: string): Sql => name('face', fieldOf(face, field).columns[0]?.name ?? '')
  const rows = await ctx.db.rows<{ id: string; content: Buffer }>(sql`
    select proposal.id, proposal.content from proposal join ${name(face.table)} as face on face.id = proposal.id
    where ${column(fields.object)} = ${type.name} and ${column(fields.record)} = any(${ids as string[]}::text[])
      and proposal.owner is distinct from ${to}::uuid order by proposal.id for update of proposal`)
  if (!rows.length) return
  const key: KeyOwner = { owner: to, level: contentLevel }
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ content }) => content),
  )
  const sealing = await ctx.kernel.codec.sealing([key])
  for (const { id: proposal, content } of rows) {
    const place = contentPlace(ctx, proposal)
    const text = opening.open(content, place)
    if (text === null) continue
    await ctx.db.rows(
      sql`update proposal set owner = ${to}::uuid, content = ${sealing.seal(text, place, key)} where id = ${proposal}::uuid`,
    )
    await passFilesOf(ctx, face.name, { records: [proposal], owner: to })
    await moveCourse(ctx, proposal, to)
  }
}
