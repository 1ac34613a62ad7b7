import { auditRow, type Context, isOffered, type ObjectType, type Role, requireDuty } from '#kernel'
import { type Operation, operations } from '#shared/wire'
import { isFindable } from './guard-roles.ts'

type CatalogueObject = {
  name: string
  area: string
  label: ObjectType['definition']['label']
  icon: string
  /** Held by somebody, so that how far a right reaches says something. */
  held: boolean
  rights: Operation[]
  fields: { name: string; label: ObjectType['definition']['label']; level: 1 | 2 | 3; findable: boolean }[]
}

/** All that a role can speak of, and the roles in force: standard ones beside the company's own. */
export async function roleCatalogue(ctx: Context): Promise<{
  areas: string[]
  objects: CatalogueObject[]
  roles: (Role & { defaultPurpose: string | null; standard: boolean })[]
}> {
  requireDuty(ctx, 'roles')
  const { registry, roles, modules } = ctx.kernel
  const standard = new Set(modules.flatMap((module) => module.roles ?? []).map(({ code }) => code))
  const inForce = [...roles.values()]
  const objects = [...registry.objects.values()].flatMap(entryOf)
  // An area that holds no object yet, such as that of objects made at run time, is granted all the same.
  const granted = inForce.flatMap(({ grants }) => grants.flatMap((grant) => grant.objects.flatMap(areaIn)))
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'explain', object: 'role' }))
  return {
    areas: [...new Set([...objects.map(({ area }) => area), ...granted])],
    objects,
    roles: inForce.map((role) => ({
      ...role,
      defaultPurpose: role.defaultPurpose ?? null,
      standard: standard.has(role.code),
    })),
  }
}

function entryOf(type: ObjectType): CatalogueObject[] {
  if (!type.policy) return []
  const { label, icon } = type.definition
  return [
    {
      name: type.name,
      area: type.policy.area,
      label,
      icon,
      held: type.guarded,
      rights: operations.filter((right) => isOffered(type, right)),
      fields: [...type.fields.values()].map((bound) => ({
        name: bound.name,
        label: bound.field.label,
        level: bound.field.level,
        findable: isFindable(bound),
      })),
    },
  ]
}

function areaIn(named: string): string[] {
  const [, area] = /^area:(.+)$/.exec(named) ?? []
  return area ? [area] : []
}
