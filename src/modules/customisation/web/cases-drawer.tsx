import { Plus, RotateCcw, X } from 'lucide-react'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { useWords } from '../../../web/words/words.ts'
import type { Need } from './needs-draft.ts'
import type { useNeedsDraft } from './use-needs-draft.ts'
import { useOwnWords } from './words.ts'

type CasesDrawerProps = {
  object: ObjectWire
  field: FieldWire
  doings: ReturnType<typeof useNeedsDraft>
  mayChange: boolean
  onClose: () => void
}

/** All cases in which a field is needed, each by conditions as lists have them. */
export function CasesDrawer({ object, field, doings, mayChange, onClose }: CasesDrawerProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const needs = doings.needs(field)
  const own = doings.recordOf(field.name)
  const put = (next: readonly Need[]): void => doings.put(field, next)
  // Conditions alone: a case is not searched for.
  const tested = { ...object, searchable: false }
  return (
    <Drawer open title={t('needs.casesOf', { name: label(field.label) })} onClose={onClose}>
      <p className="muted">{t('needs.casesText')}</p>
      <ol className="need-cases" inert={!mayChange}>
        {needs.map((each, at) => {
          const word = t('needs.case', { place: at + 1 })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two cases may say the same; their place is all that tells them apart
            <li key={at} className="need-case" aria-label={word}>
              <div className="need-case-head">
                <PlainSelect
                  aria-label={word}
                  value={each.need}
                  options={strengths.map((value) => ({ value, label: t(`needs.words.${value}`) }))}
                  onChange={(chosen) =>
                    put(needs.with(at, { ...each, need: chosen === 'required' ? chosen : 'recommended' }))
                  }
                />
                <span className="muted">{each.when ? t('needs.when') : t('needs.always')}</span>
                <IconButton
                  icon={X}
                  label={t('needs.dropCase', { place: at + 1 })}
                  onClick={() => put(needs.toSpliced(at, 1))}
                />
              </div>
              <FilterBar
                object={tested}
                query={{ where: each.when }}
                onChange={({ where }) =>
                  put(needs.with(at, where ? { need: each.need, when: where } : { need: each.need }))
                }
              />
            </li>
          )
        })}
      </ol>
      {needs.length === 0 && <p className="muted">{t('needs.none')}</p>}
      {mayChange && (
        <div className="layout-actions">
          <Button icon={Plus} onClick={() => put([...needs, { need: 'required' }])}>
            {t('needs.addCase')}
          </Button>
          {own?.can.includes('delete') && (
            <Button look="quiet" icon={RotateCcw} onClick={() => void doings.reset(field)}>
              {t('layout.reset')}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {t('needs.done')}
          </Button>
        </div>
      )}
    </Drawer>
  )
}

const strengths = ['required', 'recommended'] as const
