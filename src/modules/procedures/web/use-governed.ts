import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import type { Governed } from './procedures.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** How procedures name an object; one of the company's own is known by its record. */
export function useGoverned(object: ObjectWire): Governed {
  const own = useObjectNamed('custom_object')
  const { rows } = useRecords(own ?? object, own && object.custom ? { name: object.name } : { id: nobody })
  return object.custom ? { governsOwn: rows[0]?.id ?? nobody } : { governs: object.name }
}
