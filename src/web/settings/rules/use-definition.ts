import { useQueryClient } from '@tanstack/react-query'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { definitionsQuery } from '../../api/definitions.ts'
import { createRecord, deleteRecord, refresh, restoreRecord } from '../../api/records.ts'
import type { Values } from '../../form/form-values.ts'
import { useQuickChange } from '../../form/use-quick-change.ts'
import { useProposed } from '../../proposal/use-proposed.ts'
import { toast, toastError } from '../../ui/toast.tsx'
import { useWords } from '../../words/words.ts'

type Written = { record: RecordAnswer | undefined; values: Values; told: string }

/** Writes what the company defines by one click: into its record, or into a new one. Either can be taken back; what was refused is told. */
export function useDefinition(object: ObjectWire) {
  const { t } = useWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  // What was asked for stands on screen until what was read shows it; told before, it could still be taken for unsaved.
  const readRules = (): Promise<unknown> =>
    Promise.all(
      [['list', object.name], definitionsQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  const readAnew = (id: string): Promise<unknown> => {
    refresh(client, object.name, [id])
    return readRules()
  }
  const change = useQuickChange(object, readRules)
  const offerUndo = (text: string, id: string, takeBack: () => Promise<unknown>): void => {
    const run = (): void => void takeBack().then(() => readAnew(id), toastError)
    toast({ text, action: { label: t('action.undo'), run } })
  }
  /** Whether it was not refused. */
  const write = async ({ record, values, told }: Written): Promise<boolean> => {
    if (record) {
      const names = Object.keys(values).filter((name) => name !== 'object' && name !== 'field')
      return (await change(record, Object.fromEntries(names.map((name) => [name, values[name]])), told)) !== undefined
    }
    try {
      const made = await createRecord(object, values, crypto.randomUUID())
      await readAnew(made.id)
      if (!tell(made.proposed)) offerUndo(told, made.id, () => deleteRecord(object, made.id))
      return true
    } catch (error) {
      toastError(error)
      return false
    }
  }
  const remove = async (id: string, told: string): Promise<void> => {
    try {
      const proposed = await deleteRecord(object, id)
      await readAnew(id)
      if (!tell(proposed)) offerUndo(told, id, () => restoreRecord(object, id))
    } catch (error) {
      toastError(error)
    }
  }
  return { write, remove }
}
