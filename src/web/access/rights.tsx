import type { Operation } from '#shared/wire'
import { Pill } from '../ui/pill.tsx'
import { useWords } from '../words/words.ts'

/** What may be done, beyond looking. */
export function Rights({ rights }: { rights: readonly Operation[] }) {
  const { t } = useWords()
  const more = rights.filter((right) => right !== 'read')
  return (
    <span className="pills">
      {more.length === 0 ? (
        <Pill>{t('access.onlyRead')}</Pill>
      ) : (
        more.map((right) => <Pill key={right}>{t(`access.right.${right}`)}</Pill>)
      )}
    </span>
  )
}
