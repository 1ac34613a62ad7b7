import { useMemo } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'

/** What every row of a list says, looked up once for all of them. */
export type RowWords = {
  untitled: string
  titleOf: (object: ObjectWire, record: RecordWire) => string
  hint: string
  select: (title: string) => string
  look: (title: string) => string
}

const blank = '\u0000'

export function useRowWords(): RowWords {
  const { t } = useWords()
  const titleOf = useTitleOf()
  return useMemo(() => {
    const select = t('list.select', { title: blank })
    const look = t('look.at', { title: blank })
    return {
      untitled: t('state.untitled'),
      titleOf,
      hint: t('look.hint'),
      select: (title) => select.replace(blank, () => title),
      look: (title) => look.replace(blank, () => title),
    }
  }, [t, titleOf])
}
