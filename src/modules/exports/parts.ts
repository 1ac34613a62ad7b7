import { createHash } from 'node:crypto'
import { type Context, openMade } from '#kernel'
import { AppError } from '#shared/app-error'

/** Rows of one step: what is read again after a kill, and the most that is held in memory. */
export const rowsPerPart = 1_000

/** The id of a part follows from its export: a step that is repeated replaces what it wrote before. */
export function partId(id: string, part: number | string): string {
  const hex = createHash('sha256').update(`${id} ${part}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** Ids of all parts that an export of so many rows can have left. */
export function partIds(id: string, rows: number): string[] {
  return Array.from({ length: partCount(rows) }, (_, part) => partId(id, part))
}

/** Beside each part, where the file goes to somebody outside: which records are in it, for the register of disclosures. */
export function namesId(id: string, part: number): string {
  return partId(id, `names ${part}`)
}

export function namesIds(id: string, rows: number): string[] {
  return Array.from({ length: partCount(rows) }, (_, part) => namesId(id, part))
}

export function partCount(rows: number): number {
  return Math.ceil(rows / rowsPerPart)
}

export async function* writePart(rows: readonly (readonly string[])[] | readonly string[]): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(rows))
}

/** The rows of all parts, one part in memory at a time. */
export async function* readParts(ctx: Context, id: string, parts: number): AsyncGenerator<string[]> {
  for (let part = 0; part < parts; part++) {
    yield* await readMade<string[]>(ctx, partId(id, part))
  }
}

/** What `writePart` has written under an id. */
export async function readMade<Row>(ctx: Context, id: string): Promise<Row[]> {
  const content = await openMade(ctx, id)
  if (!content) throw new AppError(409, 'export.none')
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return JSON.parse(Buffer.concat(pieces).toString('utf8'))
}
