import type { Actor, ObjectType } from '#kernel'

/** False where the policy lets the reader see no record at all: such objects are neither searched nor announced. */
export function mayRead(type: ObjectType | undefined, actor: Actor): boolean {
  const rule = type?.policy?.rules.read
  return rule ? rule(actor) !== false : false
}
