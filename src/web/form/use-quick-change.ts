import { useQueryClient } from '@tanstack/react-query'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { changeRecord, recordQuery, refresh } from '../api/records.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import type { Values } from './form-values.ts'

type QuickChange = (record: RecordWire, patch: Values, told: string) => Promise<RecordWire | undefined>

const joined = { cancelRefetch: false } as const

/**
 * Changes a record by one click, says so once the record was read anew, and offers to take it back; the record as it is then, unless it
 * was refused. `readAnew`: what else the page has to know of it before it says that it is done.
 */
export function useQuickChange(object: ObjectWire, readAnew?: () => Promise<unknown>): QuickChange {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  return async (record, patch, told) => {
    const { id } = record
    const before = Object.fromEntries(Object.keys(patch).map((name) => [name, record[name] ?? null]))
    const write = async (version: number, values: Values) => {
      const changed = await changeRecord(object, { id, version }, values)
      refresh(client, object.name, [id])
      // Waits for the reading that has just begun, or the page would show what it was for a moment after.
      const record = client.refetchQueries({ queryKey: recordQuery(object, id).queryKey, type: 'active' }, joined)
      await Promise.all([record, readAnew?.()])
      return changed
    }
    try {
      const changed = await write(record.version, patch)
      const { version, proposed } = changed
      if (tell(proposed)) return changed
      // What was done by one click may take somebody else to undo, such as a level that was raised.
      const takeBack = async (): Promise<void> => void tell((await write(version, before)).proposed)
      const undo = (): void => void takeBack().catch(toastError)
      toast({ text: told, action: { label: t('action.undo'), run: undo } })
      return changed
    } catch (error) {
      toastError(error)
      refresh(client, object.name, [id])
      return undefined
    }
  }
}
