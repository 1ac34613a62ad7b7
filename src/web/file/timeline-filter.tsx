import type { ObjectWire } from '#shared/wire'
import { useWords } from '../words/words.ts'

type TimelineFilterProps = { happenings: readonly ObjectWire[]; type?: string; onChange: (type?: string) => void }

export function TimelineFilter({ happenings, type, onChange }: TimelineFilterProps) {
  const { t, labelOfMany } = useWords()
  const types: readonly (readonly [type: string | undefined, name: string])[] = [
    [undefined, t('timeline.all')],
    ...happenings.map((child) => [child.name, labelOfMany(child.label)] as const),
    ['change', t('timeline.changes')],
  ]
  return (
    <fieldset className="timeline-filter">
      <legend className="visually-hidden">{t('timeline.filter')}</legend>
      {types.map(([one, name]) => (
        <button key={one ?? 'all'} type="button" aria-pressed={one === type} onClick={() => onChange(one)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
