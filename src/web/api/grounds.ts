import { asksForGrounds, type GroundsPart, groundsHeader, groundsParts } from '#shared/grounds'
import type { ProblemWire } from '#shared/wire'

type Grounds = {
  reason?: string
  source?: string
  files?: readonly string[]
  linked?: readonly Linked[]
  together?: boolean
}

/** A record that is named as evidence. */
export type Linked = FileNamed
export type FileNamed = { object: string; record: string }

/** What is asked of whoever asks for a change. */
export type GroundsQuestion = {
  /** What must be given. */
  needs: readonly GroundsPart[]
  /** What many records share takes no files, unless it is one request. */
  takesFiles: boolean
  /** On which evidence may stand. */
  file?: FileNamed
  /** So many records may be asked for as one request. */
  together?: number
  /** It may be put with others that are sent as one request. */
  gathers?: boolean
  /** By what the form was opened: it proves what is changed there. */
  proof?: Proof
}

/** A record of a file that is corrected by it, and the source that it is. */
export type Proof = Linked & {
  file: string
  source?: string
  /** What the history of the file says of it, where nothing holds the change back. */
  told: string
}

/** What was said of it, or that it is to be put with others. */
export type GroundsAnswer = Grounds | 'gather'

/** One record's change, as it is put with others. */
export type Edit = {
  operation: 'create' | 'update' | 'delete'
  /** As it stands in addresses. */
  object: string
  record?: string
  version?: number
  values?: Record<string, unknown>
}

/** Ends a request whose change was put with others instead. */
export class Gathered extends Error {
  readonly record: string

  constructor(record: string) {
    super()
    this.record = record
  }
}

let ask: (question: GroundsQuestion) => Promise<GroundsAnswer | undefined> = async () => undefined
let held: Proof | undefined
let asking: Promise<unknown> = Promise.resolve()

/** Who asks the user what a change that has to wait is founded on. */
export function whenGroundsNeeded(handler: typeof ask): void {
  ask = handler
}

/** As long as the form is open in which a file is corrected by a record; nothing once it has closed. */
export function holdProof(proof: Proof | undefined): void {
  held = proof
}

/** Asks to be asked, should the change have to wait; of one by which the form was opened, what the history says of it. */
export function groundsFirst(method: string, path: string): string {
  if (!held || method !== 'PATCH' || !path.endsWith(`/${held.file}`)) return asksForGrounds
  return encodeURIComponent(JSON.stringify({ asks: true, told: held.told }))
}

/** One question after the other; nothing = the change is not asked for. */
export async function askGrounds(
  { errors, details }: ProblemWire,
  path: string,
  isEdit: boolean,
): Promise<Record<string, string> | 'gather' | undefined> {
  const needs = groundsParts.filter((part) => errors.some((error) => error.path === `grounds.${part}`))
  const file = fileIn(details?.file)
  const together = typeof details?.together === 'number' ? details.together : undefined
  const takesFiles = !path.includes('/bulk-') || file !== undefined || together !== undefined
  const gathers = isEdit && details?.gathers === true
  const proof = file && held?.file === file.record ? held : undefined
  const next = asking.then(() => ask({ needs, takesFiles, file, together, gathers, proof }))
  asking = next
  const given = await next
  if (given === 'gather') return given
  return given && { [groundsHeader]: encodeURIComponent(JSON.stringify(given)) }
}

function fileIn(told: unknown): FileNamed | undefined {
  if (typeof told !== 'object' || told === null || !('object' in told) || !('record' in told)) return undefined
  return { object: String(told.object), record: String(told.record) }
}
