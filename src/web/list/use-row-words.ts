import { useMemo } from 'react'
import { useWords } from '../words/words.ts'

/** What every row of a list says, looked up once for all of them. */
export type RowWords = {
  untitled: string
  hint: string
  select: (title: string) => string
  look: (title: string) => string
}

const blank = '\u0000'

export function useRowWords(): RowWords {
  const { t } = useWords()
  return useMemo(() => {
    const select = t('list.select', { title: blank })
    const look = t('look.at', { title: blank })
    return {
      untitled: t('state.untitled'),
      hint: t('look.hint'),
      select: (title) => select.replace(blank, () => title),
      look: (title) => look.replace(blank, () => title),
    }
  }, [t])
}
