import type { Actor, ObjectType } from '#kernel'

/** False where neither role nor policy lets the reader see no record at all: such objects are neither searched nor announced. */
export function mayRead(type: ObjectType | undefined, actor: Actor): boolean {
  return (
    type !== undefined && !type.off && actor.reach(type, 'read') !== null && type.policy?.limits.read?.(actor) !== false
  )
}
