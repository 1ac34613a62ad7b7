import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { canType } from '../form/form-values.ts'
import { useQuickChange } from '../form/use-quick-change.ts'
import { choicesOf } from '../ui/cells/choice.ts'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { isOpen } from './is-open.ts'

type StepBarProps = { object: ObjectWire; record: RecordAnswer; field: FieldWire }

/** The steps of a record's way and where it stands; a click takes it to another. */
export function StepBar({ object, record, field }: StepBarProps) {
  const { t, label } = useWords()
  const change = useQuickChange(object)
  const steps = choicesOf(field).filter(({ hidden, value }) => !hidden || value === record[field.name])
  const at = steps.findIndex(({ value }) => value === record[field.name])
  const mayMove = canType(field) && isOpen(record)
  const title = titleOf(object, record)
  return (
    <ol className="step-bar" aria-label={label(field.label)}>
      {steps.map(({ value, label: named, colour }, index) => {
        const name = label(named)
        const told = t('board.moved', { title, value: name })
        return (
          <li
            key={value}
            aria-current={index === at ? 'step' : undefined}
            className={
              index === at ? `step step-at pill-${colour ?? 'grey'}` : index < at ? 'step step-passed' : 'step'
            }
          >
            {mayMove && index !== at ? (
              <button
                type="button"
                title={t('file.toStep', { name })}
                onClick={() => void change(record, { [field.name]: value }, told)}
              >
                {name}
              </button>
            ) : (
              <span>{name}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
