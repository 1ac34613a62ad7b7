import { useQueryClient } from '@tanstack/react-query'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { changeRecord, refresh } from '../api/records.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import type { Values } from './form-values.ts'

type QuickChange = (record: RecordWire, patch: Values, told: string) => Promise<RecordWire | undefined>

/**
 * Changes a record by one click, says so, and offers to take it back; the record as it is then, unless it was refused. `readAnew`: what the
 * page shows of it beside its lists and itself, which it has to know before it says that it is done.
 */
export function useQuickChange(object: ObjectWire, readAnew?: (id: string) => Promise<void>): QuickChange {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  return async (record, patch, told) => {
    const { id } = record
    const before = Object.fromEntries(Object.keys(patch).map((name) => [name, record[name] ?? null]))
    const write = async (version: number, values: Values) => {
      const changed = await changeRecord(object, { id, version }, values)
      refresh(client, object.name, [id])
      await readAnew?.(id)
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
