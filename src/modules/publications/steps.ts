import { z } from 'zod'
import type { Context } from '#kernel'

const step = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** What must be done, and how. */
  what: z.string().trim().max(2_000).optional(),
  /** Who does it: who has the file, who leads its unit, the superior of who began the case, a person by name, or the code of a role. */
  role: z.string().min(1).max(40).default('owner'),
  /** Where it is a person by name. */
  person: z.uuid().nullish(),
  /** Working days from when its turn comes. */
  days: z.number().int().min(0).max(250).default(3),
  must: z.boolean().default(true),
  /** Fields of the customer that must be there before it counts as done. */
  fields: z.array(z.string().max(80)).max(30).default([]),
  /** And that somebody must have made sure of. */
  verified: z.array(z.string().max(80)).max(30).default([]),
})

export type ProcedureStep = z.infer<typeof step>

/** The steps of a procedure as they are kept; undefined where they make no sense. */
export function stepsIn(value: unknown): ProcedureStep[] | undefined {
  const read = z
    .array(step)
    .max(50)
    .safeParse(value ?? [])
  return read.success ? read.data : undefined
}

/** Who does a step, where that is no role. */
const doers = ['owner', 'unit_head', 'superior', 'person'] as const

/** Whether each step names roles and fields that there are, and asks for verification only of what can be verified. */
export function areSound(ctx: Context, object: string, steps: readonly ProcedureStep[]): boolean {
  const { fields } = ctx.type(object)
  return steps.every(
    ({ role, person, fields: filled, verified }) =>
      (role === 'person' ? Boolean(person) : doers.some((one) => one === role) || ctx.kernel.roles.has(role)) &&
      filled.every((name) => fields.has(name)) &&
      verified.every((name) => fields.get(name)?.field.verify),
  )
}
