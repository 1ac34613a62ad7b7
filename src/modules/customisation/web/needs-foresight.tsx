import { useQuery } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { needsQuery } from './foresight.ts'
import type { useNeedsDraft } from './use-needs-draft.ts'
import { useOwnWords } from './words.ts'

type NeedsForesightProps = { object: ObjectWire; doings: ReturnType<typeof useNeedsDraft> }

/** How many records are to be completed, and how many more or fewer they would be; here the changes are saved or dropped. */
export function NeedsForesight({ object, doings }: NeedsForesightProps) {
  const t = useOwnWords()
  const { t: common, format, label } = useWords()
  const { changed, names } = doings
  // As a text, which rests as long as it says the same.
  const wished = JSON.stringify(changed)
  const rested = useDebounced(wished, 300)
  const { data, error, isPlaceholderData } = useQuery(needsQuery({ object: object.name, fields: JSON.parse(rested) }))
  const isDirty = names.length > 0
  const isTold = isDirty && !isPlaceholderData && rested === wished
  const comma = new Intl.ListFormat(format.locale, { type: 'unit' })
  const lacking = names.flatMap((name) => {
    const count = data?.lacking[name]
    const field = fieldOf(object, name)
    return count && field ? [t('needs.lack', { name: label(field.label), count })] : []
  })
  return (
    <section className="needs-foresight" aria-label={t('needs.foresight')}>
      <div aria-live="polite">
        {data && (
          <p>
            {t('needs.now', { count: data.records, open: format.number(data.incomplete) })}
            {isTold && (
              <>
                {' '}
                <strong>
                  {t('needs.become', {
                    more: format.number(data.becomeIncomplete),
                    fewer: format.number(data.becomeComplete),
                  })}
                </strong>
              </>
            )}
          </p>
        )}
        {isTold && lacking.length > 0 && <p className="meta">{comma.format(lacking)}</p>}
      </div>
      <Trouble text={error?.message} />
      {data?.marking && <Progress label={t('needs.marking')} {...data.marking} />}
      {data?.marking && <p className="meta">{t('needs.marking')}</p>}
      {isDirty && (
        <div className="layout-actions">
          <span className="muted">{t('needs.changed', { count: names.length })}</span>
          <Button look="quiet" onClick={doings.discard}>
            {t('needs.discard')}
          </Button>
          <Button look="primary" busy={doings.isSaving} disabled={Boolean(error)} onClick={() => void doings.save()}>
            {common('action.save')}
          </Button>
        </div>
      )}
    </section>
  )
}
