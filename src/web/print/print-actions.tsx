import { useSuspenseQuery } from '@tanstack/react-query'
import { Copy, Printer } from 'lucide-react'
import { fieldOf } from '../api/definitions.ts'
import { addressOfLogo } from '../api/look.ts'
import { sessionQuery } from '../api/session.ts'
import { IconButton } from '../ui/button.tsx'
import { choicesOf } from '../ui/cells/choice.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { copyTable } from './copy-table.ts'
import { inClasses } from './in-classes.ts'
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
  const { t, format, label, labelOfMany } = useWords()
  const headings = useHeadings(printed)
  const { name: company = '', logo } = useSuspenseQuery(sessionQuery).data?.company ?? {}
  const { object, classing } = printed
  if (!object.can.includes('print')) return undefined
  const print = async (): Promise<void> => {
    const { rows, classes, total } = await askTable(printed, 'paper')
    const head = t('print.head', { count: rows.length, total, at: format.dateTime(new Date().toISOString()) })
    const title = classing ? t('catalogue.title') : labelOfMany(object.label)
    const detail = classing ? t('catalogue.sheet', { by: label(classing.label), head }) : head
    const words = classing ? choicesOf(classing.field).map((choice) => label(choice.label)) : []
    const parts = inClasses(rows, { classes, words, none: t('catalogue.none') })
    await printSheet({ company, logo: logo ? addressOfLogo(logo) : undefined, title, detail, headings, parts })
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
