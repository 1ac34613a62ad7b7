import { z } from 'zod'
import { type Context, duties, type Role } from '#kernel'
import { operations } from '#shared/wire'
import { role } from './role.ts'

const name = z.string().min(1).max(80)

/** Rights on objects as a role's record holds them. */
export const grantsSchema = z
  .array(
    z.strictObject({
      objects: z.array(name).min(1).max(100),
      rights: z.array(z.enum(operations)).min(1),
      scope: z.enum(['own', 'unit', 'below', 'chosen', 'pool', 'house', 'all']),
      units: z.array(z.uuid()).max(200).optional(),
      deny: z.boolean().optional(),
    }),
  )
  .max(200)

export const fieldRightsSchema = z
  .array(z.strictObject({ object: name, field: name, access: z.enum(['edit', 'read', 'masked', 'hidden']) }))
  .max(1_000)

const level = z.enum(['1', '2', '3']).transform((text) => levels[text])
const levels = { '1': 1, '2': 2, '3': 3 } as const

const record = z.object({
  id: z.uuid(),
  values: z.object({
    nameZh: z.string(),
    nameEn: z.string(),
    clearance: level.nullable().transform((value) => value ?? 1),
    plain: level.nullable().transform((value) => value ?? 1),
    duties: z.array(z.enum(duties)).nullable(),
    purposes: z.array(z.uuid()).nullable(),
    defaultPurpose: z.uuid().nullable(),
    readLimit: z.number().nullable(),
    grants: grantsSchema.nullable(),
    fieldRights: fieldRightsSchema.nullable(),
  }),
})

const most = 200

/** The company's own roles, as the standard ones are declared; their code is the record's id. Purposes are read before them. */
export async function readRoles(ctx: Context): Promise<readonly Role[]> {
  const codes = new Map([...ctx.kernel.purposes.values()].map(({ id, code }) => [id, code]))
  const { items } = await ctx.records(role).list({ where: { active: true }, limit: most, uncounted: true })
  return items.map((item) => {
    const { values } = record.parse(item)
    return {
      ...declared(item),
      purposes: (values.purposes ?? []).flatMap((each) => codes.get(each) ?? []),
      defaultPurpose: codes.get(values.defaultPurpose ?? '') ?? null,
    }
  })
}

/** One of them as it stands at this moment, in force or not, whatever this process has heard of it; without purposes. */
export async function readRole(ctx: Context, id: string): Promise<Role | undefined> {
  const [item] = (await ctx.records(role).list({ where: { id }, limit: 1, uncounted: true })).items
  return item && declared(item)
}

function declared(item: unknown): Role {
  const { id, values } = record.parse(item)
  return {
    code: id,
    label: { zh: values.nameZh, en: values.nameEn },
    class: 'business',
    clearance: values.clearance,
    plain: values.plain,
    duties: values.duties ?? [],
    purposes: [],
    defaultPurpose: null,
    readLimit: values.readLimit ?? undefined,
    grants: values.grants ?? [],
    fields: values.fieldRights ?? [],
  }
}
