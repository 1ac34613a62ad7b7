import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../web/ui/button.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type ModuleWire, switchQuery } from './modules.ts'
import { useOwnWords } from './words.ts'

type SwitchForesightProps = {
  module: ModuleWire
  /** What the button does, in words. */
  act: string
  isBusy: boolean
  onTurn: () => Promise<void>
  onClose: () => void
}

/** What goes with a module or comes back with it, before its switch is turned. */
export function SwitchForesight({ module, act, isBusy, onTurn, onClose }: SwitchForesightProps) {
  const t = useOwnWords()
  const { t: common, label, format } = useWords()
  const { data, error } = useQuery(switchQuery(module))
  const comma = new Intl.ListFormat(format.locale, { type: 'unit' })
  const counted = (what: string, count: number): string => t('modules.counted', { what, count })
  const first = data && data.first.length > 0 && comma.format(data.first.map(label))
  const lines = data
    ? [
        ...data.objects.map((each) => counted(label(each.label), each.records)),
        ...data.fields.map((each) => t('modules.field', { object: label(each.object), field: label(each.label) })),
        ...data.pointing.map((each) => counted(label(each.label), each.count)),
        ...(data.jobs > 0 ? [counted(t('modules.jobs'), data.jobs)] : []),
      ]
    : []
  const { active } = module
  return (
    <section className="module-foresight" aria-label={act}>
      <div aria-live="polite">
        <p>{t(active ? 'modules.goes' : 'modules.returns')}</p>
        {!data && !error && <Skeleton rows={2} />}
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {active && <p className="meta">{t('modules.kept')}</p>}
        {first && <p>{t(active ? 'modules.firstOff' : 'modules.firstOn', { others: first })}</p>}
      </div>
      <Trouble text={error?.message} />
      <div className="module-actions">
        <Button look="quiet" onClick={onClose}>
          {common('action.cancel')}
        </Button>
        <Button look="primary" busy={isBusy} disabled={!data || data.first.length > 0} onClick={() => void onTurn()}>
          {t('modules.confirm', { act })}
        </Button>
      </div>
    </section>
  )
}
