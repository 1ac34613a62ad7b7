import { auditRow, type Context, isOffered, moduleOff, type ObjectType, type Role, ruling } from '#kernel'
import type { Label } from '#shared/label'
import type { Reading } from '#shared/reading'
import { type Operation, operations } from '#shared/wire'
import { isFor } from './audience.ts'
import { edition } from './edition.ts'
import { publication } from './publication.ts'
import { inForce, readingsOf } from './readings.ts'

type Scope = Role['grants'][number]['scope']

/** Objects on which a post has the same rights, which reach equally far. */
type RightsLine = { objects: Label[]; reaches: { scope: Scope; rights: Operation[] }[] }

type Post = {
  /** Of the role that stands for the post. */
  code: string
  label: Label
  /** Whether the reader holds it. */
  own: boolean
  /** What its holders may do beyond what everybody may; null: not the reader's to know. */
  may: { clearance: number; duties: readonly string[]; lines: RightsLine[] } | null
  /** Its duties, its procedures and what its holders read, as far as the reader may read them too. */
  texts: Reading[]
}

/** Posts in one view: what their holders answer for, may do, follow and have to learn. The own ones first. */
export async function posts(ctx: Context): Promise<Post[]> {
  const type = ctx.type(edition.name)
  if (type.off) throw moduleOff(ctx, type.off)
  const versions = (await inForce(ctx)).filter(({ values }) => values.kind !== 'announcement')
  const told = new Map((await readingsOf(ctx, versions)).map((reading) => [reading.id, reading]))
  const leads = mayLookAtAll(ctx)
  const shown = [...ctx.kernel.roles.values()].flatMap((role): Post[] => {
    const { code, label } = role
    const own = ctx.actor.roles.includes(code)
    const texts = versions.filter(({ values }) => isFor(values, { roles: [code], units: [] }))
    if (!own && !leads && !texts.some(({ values }) => values.kind === 'duties')) return []
    const may = own || leads ? mayOf(ctx, role) : null
    return [{ code, label, own, may, texts: texts.flatMap(({ id }) => told.get(id) ?? []) }]
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'explain', object: edition.name }))
  return shown.sort((one, other) => Number(other.own) - Number(one.own))
}

const looking = ['appoint', 'roles', 'accounts', 'trail'] as const

/** Who leads, names others or checks them looks at every post. */
function mayLookAtAll(ctx: Context): boolean {
  return (
    looking.some((duty) => ctx.actor.duties.includes(duty)) ||
    ruling(ctx, ctx.type(publication.name), 'create') !== false
  )
}

function mayOf(ctx: Context, role: Role): NonNullable<Post['may']> {
  const { registry, roles } = ctx.kernel
  const lines = new Map<string, RightsLine>()
  for (const type of registry.objects.values()) {
    if (type.off || !type.policy || type.definition.formless) continue
    const others = [...roles.values()].map((other) => rightsOf(other, type))
    const reaches = inWords(rightsOf(role, type).filter((held) => !others.every((other) => other.includes(held))))
    if (reaches.length === 0) continue
    const key = JSON.stringify(reaches)
    const objects = [...(lines.get(key)?.objects ?? []), type.definition.label]
    lines.set(key, { objects, reaches })
  }
  return { clearance: role.clearance, duties: role.duties, lines: [...lines.values()] }
}

/** What a role may do with an object and how far that reaches, each as one word; a right that reaches further is not told again. */
function rightsOf({ grants }: Role, type: ObjectType): `${Scope} ${Operation}`[] {
  const given = grants.filter(
    ({ objects }) => objects.includes(type.name) || objects.includes(`area:${type.policy?.area}`),
  )
  return operations.flatMap((right) => {
    const held = given.filter(({ rights }) => rights.includes(right))
    if (held.length === 0 || held.some(({ deny }) => deny) || !isOffered(type, right)) return []
    return widest(type.guarded ? held.map(({ scope }) => scope) : ['all']).map((scope) => `${scope} ${right}` as const)
  })
}

function inWords(held: readonly `${Scope} ${Operation}`[]): RightsLine['reaches'] {
  const scopes = Map.groupBy(held, (one) => scopesKnown.find((scope) => one.startsWith(`${scope} `)) ?? 'own')
  return [...scopes].map(([scope, some]) => ({
    scope,
    rights: operations.filter((right) => some.includes(`${scope} ${right}`)),
  }))
}

const scopesKnown = ['own', 'unit', 'below', 'chosen', 'pool', 'house', 'all'] as const

/** Each of these takes in those before it. */
const nested: readonly Scope[] = ['own', 'unit', 'below', 'all']

function widest(scopes: readonly Scope[]): Scope[] {
  if (scopes.includes('all')) return ['all']
  const furthest = nested.findLast((scope) => scopes.includes(scope))
  const beside = scopes.filter((scope) => !nested.includes(scope))
  return [...new Set([...(furthest ? [furthest] : []), ...beside])]
}
