import { definePolicy, type Fields, type ObjectDefinition, type Policy } from '#kernel'

/** A customer's file and what is held like it. */
export function filePolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, 'files')
}

/** Everything that stands on a file follows the file. */
export function partPolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, 'parts')
}

/** Reference data: everybody reads it, those who lead keep it. */
export function referencePolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, 'reference')
}

/** Units, staff and what the company defines for itself: everybody reads it, the head keeps it. */
export function housePolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, 'house')
}

/** What the company defines for itself: kept like the house, and made by hand alone. */
export function definitionPolicy<F extends Fields>(object: ObjectDefinition<F>): Policy {
  return definePolicy(object, 'house', { export: never, import: never })
}

const never = (): boolean => false
