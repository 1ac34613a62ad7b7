import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { printAs } from './print-page.ts'
import { askTable } from './prints.ts'

/** Prints the facts of a file, as they stand on its page; undefined for who may not. */
export function usePrintFile(object: ObjectWire, record: RecordAnswer): (() => void) | undefined {
  const { t } = useWords()
  if (!object.can.includes('print') || record.deletedAt) return undefined
  const columns = object.sections.flatMap(({ fields }) => fields)
  const print = async (): Promise<void> => {
    const { rows } = await askTable({ object, query: {}, columns, ids: [record.id] }, 'paper')
    if (rows.length > 0) printAs('file')
    else toast({ text: t('print.refused'), tone: 'trouble' })
  }
  return () => void print().catch(toastError)
}
