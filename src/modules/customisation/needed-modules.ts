import type { KindTable, Module } from '#kernel'

/** For each module those that it cannot be without: its records stand on theirs, or have to name one of them. */
export function neededModules(modules: readonly Module[], kinds: KindTable): ReadonlyMap<string, readonly string[]> {
  const homes = new Map(modules.flatMap(({ name, objects = [] }) => objects.map((object) => [object.name, name])))
  const neededBy = ({ name, objects = [] }: Module): string[] => {
    const targets = objects.flatMap(({ fields }) =>
      Object.values(fields).flatMap((field) => (field.required && kinds[field.kind]?.target?.(field)) || []),
    )
    const needed = new Set(targets.flatMap((target) => homes.get(target) ?? []))
    needed.delete(name)
    return [...needed]
  }
  return new Map(modules.map((module) => [module.name, neededBy(module)]))
}
