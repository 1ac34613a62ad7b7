import { createHash } from 'node:crypto'
import { type Context, openMade } from '#kernel'
import { AppError } from '#shared/app-error'

/** Rows of one step: what is read again after a kill, and the most that is held in memory. */
export const rowsPerPart = 1_000

/** The id of a part follows from its export: a step that is repeated replaces what it wrote before. */
export function partId(id: string, part: number): string {
  const hex = createHash('sha256').update(`${id} ${part}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** Ids of all parts that an export of so many rows can have left. */
export function partIds(id: string, rows: number): string[] {
  return Array.from({ length: Math.ceil(rows / rowsPerPart) }, (_, part) => partId(id, part))
}

export async function* writePart(rows: readonly (readonly string[])[]): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(rows))
}

/** The rows of all parts, one part in memory at a time. */
export async function* readParts(ctx: Context, id: string, parts: number): AsyncGenerator<string[]> {
  for (let part = 0; part < parts; part++) {
    const content = await openMade(ctx, partId(id, part))
    if (!content) throw new AppError(409, 'export.none')
    const pieces: Buffer[] = []
    for await (const piece of content) pieces.push(piece)
    yield* JSON.parse(Buffer.concat(pieces).toString('utf8'))
  }
}
