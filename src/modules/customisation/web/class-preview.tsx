import { useQuery } from '@tanstack/react-query'
import { type ClassScheme, classCodeBy } from '#shared/class-scheme'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { offeredBy } from './class-draft.ts'
import { classesQuery } from './foresight.ts'
import { useOwnWords } from './words.ts'

type ClassPreviewProps = { object: ObjectWire; field: FieldWire; scheme: ClassScheme; isAsked: boolean }

/** What a code looks like, how many files get another one, and that their labels say the old one. */
export function ClassPreview({ object, field, scheme, isAsked }: ClassPreviewProps) {
  const t = useOwnWords()
  const { format } = useWords()
  const sample = Object.fromEntries(
    scheme.parts.map((part) =>
      'region' in part ? [part.region, region] : [part.field, offeredBy(object, part.field)[0]],
    ),
  )
  // As a text, which rests as long as it says the same.
  const wished = JSON.stringify(scheme)
  const rested = useDebounced(wished, 250)
  const asked = { object: object.name, field: field.name, scheme: JSON.parse(rested) }
  const { data, error } = useQuery({ ...classesQuery(asked), enabled: isAsked && rested === wished })
  const foreseen = isAsked && rested === wished ? data : undefined
  return (
    <section className="layout-preview number-preview" aria-label={t('classes.preview')}>
      <h2>{t('classes.preview')}</h2>
      <p className="number-next">{classCodeBy(scheme, sample)}</p>
      <div className="class-changes" aria-live="polite">
        {foreseen && (
          <p>
            {foreseen.changed === 0
              ? t('classes.same')
              : t('classes.changed', { count: foreseen.changed, all: format.number(foreseen.records) })}
          </p>
        )}
        {foreseen && foreseen.changed > 0 && (
          <>
            <ul className="class-examples">
              {foreseen.examples.map(({ before, after, count }) => (
                <li key={`${before} ${after}`}>
                  <code>{before}</code> → <code>{after}</code>{' '}
                  <span className="meta">{t('classes.files', { count })}</span>
                </li>
              ))}
            </ul>
            <p>
              <strong>{t('classes.labels')}</strong>
            </p>
          </>
        )}
      </div>
      <Trouble text={isAsked ? error?.message : undefined} />
      <p className="meta">{t('classes.atOnce')}</p>
    </section>
  )
}

const region = '330110'
