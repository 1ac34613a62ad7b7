import { useQueryClient } from '@tanstack/react-query'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { definitionsQuery } from '../../../web/api/definitions.ts'
import { changeRecord, createRecord, refresh } from '../../../web/api/records.ts'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import type { ModuleWire } from './modules.ts'

type Turned = { module: ModuleWire; record: RecordAnswer | undefined; told: string }

/** Turns a switch, or puts one there, and offers to turn it back; a switch is never taken away. */
export function useSwitch(object: ObjectWire) {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  const readAnew = (id: string): void => {
    refresh(client, object.name, [id])
    void client.invalidateQueries({ queryKey: definitionsQuery.queryKey })
  }
  const put = async (record: RecordAnswer, active: boolean): Promise<RecordAnswer> => {
    const after = await changeRecord(object, record, { active })
    readAnew(record.id)
    return after
  }
  /** Whether it was not refused. */
  return async ({ module, record, told }: Turned): Promise<boolean> => {
    const active = !module.active
    try {
      const values = { module: module.name, active }
      const after = record ? await put(record, active) : await createRecord(object, values, crypto.randomUUID())
      readAnew(after.id)
      if (tell(after.proposed)) return true
      const run = (): void => void put(after, !active).catch(toastError)
      toast({ text: told, action: { label: t('action.undo'), run } })
      return true
    } catch (error) {
      toastError(error)
      return false
    }
  }
}
