import type { Filter } from '#shared/filter'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import type { Whose } from './today-search.ts'

export type BirthdaysSettings = { object: ObjectWire; field: FieldWire; where: Filter; told: readonly string[] }

/**
 * Whose birthdays the reader may ask for. A contact has no holder of its own: all that the reader sees are shown, also among
 * "mine" to whom these are the own files (`usual`).
 */
export function useBirthdays(whose: Whose, usual: Whose): readonly BirthdaysSettings[] {
  const me = useOwnId()
  const objects = useObjects()
  const isShown = ({ name, parent, can }: ObjectWire): boolean =>
    can.includes('read') &&
    (name === 'customer' || (parent?.object === 'customer' && (whose === 'all' || usual === 'mine')))
  return objects.filter(isShown).flatMap((object) => {
    const field = object.fields.find(({ operators }) => operators.includes('withinDays'))
    if (!field) return []
    if (object.parent) return [{ object, field, where: {}, told: [object.parent.field] }]
    const where: Filter = whose === 'mine' ? { owner: me } : {}
    return [{ object, field, where, told: whose === 'mine' ? [] : ['owner'] }]
  })
}
