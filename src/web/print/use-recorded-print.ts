import { useEffect, useRef } from 'react'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { showOnPaper } from './print-page.ts'
import './print.css'

/** Has the page printed by its own way alone, which the log knows, also by Ctrl+P; undefined: not by this reader. */
export function useRecordedPrint(print: (() => void) | undefined): void {
  const { t } = useWords()
  const guarded = t('print.guarded')
  const refused = t('print.refused')
  const run = useRef(print)
  useEffect(() => {
    run.current = print
  }, [print])
  useEffect(() => {
    const byKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      event.preventDefault()
      if (run.current) run.current()
      else toast({ text: refused, tone: 'trouble' })
    }
    showOnPaper('guarded')
    document.body.dataset.printWord = guarded
    document.addEventListener('keydown', byKey)
    return () => {
      showOnPaper(undefined)
      document.removeEventListener('keydown', byKey)
    }
  }, [guarded, refused])
}
