import { Copy, Printer } from 'lucide-react'
import { fieldOf } from '../api/definitions.ts'
import { IconButton } from '../ui/button.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { copyTable } from './copy-table.ts'
import { printSheet } from './print-page.ts'
import { askTable, columnsIn, type Printed, type PrintTable } from './prints.ts'

/** Copies or prints what a list shows, or the chosen rows of it; not there for who may not print. */
export function PrintActions(printed: Printed) {
  const { t } = useWords()
  const print = usePrintList(printed)
  const headings = useHeadings(printed)
  const tell = ({ rows, total }: PrintTable): void => {
    const count = rows.length
    toast({ text: count < total ? t('print.partly', { count, total }) : t('print.copied', { count }) })
  }
  if (!print) return null
  return (
    <>
      <IconButton
        icon={Copy}
        label={t('print.copy')}
        onClick={() => void copyTable(headings, askTable(printed, 'copy')).then(tell, toastError)}
      />
      <IconButton icon={Printer} label={t('print.print')} onClick={print} />
    </>
  )
}

/** Prints what a list shows; undefined for who may not. */
export function usePrintList(printed: Printed): (() => void) | undefined {
  const { t, format, labelOfMany } = useWords()
  const headings = useHeadings(printed)
  const { object } = printed
  if (!object.can.includes('print')) return undefined
  const print = async (): Promise<void> => {
    const { rows, total } = await askTable(printed, 'paper')
    const detail = t('print.head', { count: rows.length, total, at: format.dateTime(new Date().toISOString()) })
    printSheet({ title: labelOfMany(object.label), detail, headings, rows })
  }
  return () => void print().catch(toastError)
}

function useHeadings({ object, columns }: Printed): readonly string[] {
  const { label } = useWords()
  return columnsIn(object, columns).map((name) => {
    const field = fieldOf(object, name)
    return field ? label(field.label) : name
  })
}
