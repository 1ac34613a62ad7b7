import type { Context } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Label } from '#shared/label'
import type { RecordAnswer } from '#shared/wire'
import { admit, noteAnswer, type Presented } from './admit.ts'
import { confirmationLink } from './confirmation-link.ts'

type ShownField = {
  name: string
  label: Label
  kind: string
  /** As a text; above what is plain to everybody a mask; null: nothing is known. */
  value: string | null
  masked: boolean
  /** A file without it is none: it can be corrected, not taken away. */
  required: boolean
}

/** `version`: what was looked at, to be sent back with the answer. */
export type Shown = { version: number; fields: ShownField[] }

/** What the customer sees of their own file: the fields that were asked about, and nothing else. */
export async function openConfirmation(house: Context, presented: Presented): Promise<Shown> {
  const { link, file, fields } = await admit(house, presented)
  if (link.state === 'sent') await noteOpening(house, link)
  await noteAnswer(house, link.id, { result: 'done', step: 'opened' })
  const env = house.formatEnv()
  return {
    version: file.version,
    fields: fields.map(({ name, field, kind }) => {
      const value = file[name]
      const masked = field.level > 1
      const isNothing = value === null || value === undefined
      const text = isNothing ? null : masked ? kind.mask(value) : kind.format(value, field, env)
      const required = field.required === true
      return { name, label: field.label, kind: field.kind, value: text, masked: masked && !isNothing, required }
    }),
  }
}

/** Unless the link was opened, withdrawn or guessed to death since it was looked at. */
async function noteOpening(house: Context, { id, version }: RecordAnswer): Promise<void> {
  const opened = { state: 'opened', openedAt: house.now().toISOString() } as const
  try {
    await house.records(confirmationLink).update(id, opened, { version })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'record.stale') throw error
  }
}
