import type { RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'

/** The absences of this moment in which the reader stands in. */
export function useAbsences(): readonly RecordAnswer[] {
  const delegation = useObjectNamed('delegation')
  const where = { deputy: useOwnId(), from: { lte: 'now' }, until: { gt: 'now' } }
  return useRecords(delegation, where).rows
}
