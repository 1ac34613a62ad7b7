import type { PastVerification } from '#shared/verification'
import type { ObjectWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'
import { useVerifyWords } from './verify-words.ts'

type VerifyLinesProps = { object: ObjectWire; items: readonly PastVerification[]; titles: Titles }

/** Every verification of a record, newest first, and whether it still stands. */
export function VerifyLines({ object, items, titles }: VerifyLinesProps) {
  const t = useVerifyWords()
  const { label, format } = useWords()
  if (items.length === 0) return <p className="muted">{t('none')}</p>
  return (
    <ol className="history">
      {items.map(({ id, field, how, by, at, endedAt }) => (
        <li key={id}>
          <p>
            <strong>{label(fieldOf(object, field)?.label ?? { zh: field, en: field })}</strong> {t(`ways.${how}`)}
            {endedAt && <span className="muted"> · {t('over')}</span>}
          </p>
          <p className="meta">
            {(by && titles[by]) ?? t('nobody')} {format.dateTime(at)}
          </p>
        </li>
      ))}
    </ol>
  )
}
