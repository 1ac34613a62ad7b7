import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import type { ChoiceWire, FieldWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import type { Values } from '../../../web/form/form-values.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { useWords } from '../../../web/words/words.ts'
import { blankField } from './blank-field.ts'
import type { KindName } from './kinds.ts'
import { useShapedObjects } from './shaped-objects.ts'
import { codeFor } from './suggest-name.ts'
import { useOwnWords } from './words.ts'

export type KindOptionsProps = { kind: KindName; settings: Values; onChange: (settings: Values) => void }

/** What a field of this kind must still be told; of most kinds nothing. */
export function KindOptions(props: KindOptionsProps) {
  const { kind } = props
  if (kind === 'choice' || kind === 'choices') return <Choices {...props} />
  if (kind === 'reference' || kind === 'references') return <Target {...props} />
  return kind === 'number' ? <Bounds {...props} /> : null
}

function Target({ settings, onChange }: KindOptionsProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const id = useId()
  const options = useShapedObjects().map(({ name, label: called }) => ({ value: name, label: label(called) }))
  return (
    <div className="kind-option">
      <label htmlFor={id}>{t('fields.target')}</label>
      <PlainSelect
        id={id}
        value={typeof settings.object === 'string' ? settings.object : undefined}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(object) => onChange({ object })}
      />
    </div>
  )
}

function Bounds({ settings, onChange }: KindOptionsProps) {
  const t = useOwnWords()
  const set = (name: string, value: unknown): void => {
    const { [name]: _, ...others } = settings
    onChange(value === null || value === false ? others : { ...others, [name]: value })
  }
  return (
    <div className="kind-options">
      <label className="kind-check">
        <input
          type="checkbox"
          checked={settings.integer === true}
          onChange={(event) => set('integer', event.target.checked)}
        />
        {t('fields.integer')}
      </label>
      {(['min', 'max'] as const).map((name) => (
        <div key={name} className="kind-option">
          <span>{t(`fields.${name}`)}</span>
          <FieldInput
            field={bound}
            value={settings[name] ?? null}
            titles={{}}
            label={t(`fields.${name}`)}
            onChange={(value) => set(name, typeof value === 'number' ? value : null)}
          />
        </div>
      ))}
    </div>
  )
}

const bound: FieldWire = { ...blankField, name: 'bound', kind: 'number' }

function Choices({ settings, onChange }: KindOptionsProps) {
  const t = useOwnWords()
  const choices = choicesOf({ ...bound, options: settings })
  const put = (next: readonly ChoiceWire[]): void => onChange({ choices: next })
  const add = (): void => {
    const taken = choices.map(({ value }) => value)
    put([...choices, { value: codeFor('value', taken), label: { zh: '', en: '' } }])
  }
  return (
    <fieldset className="kind-options-list">
      <legend>{t('fields.options')}</legend>
      <p className="meta">{t('fields.optionsText')}</p>
      {choices.map((choice, at) => (
        <ChoiceLine
          key={choice.value}
          choice={choice}
          place={at + 1}
          onChange={(next) => put(choices.with(at, next))}
          onDrop={() => put(choices.toSpliced(at, 1))}
        />
      ))}
      <Button small icon={Plus} onClick={add}>
        {t('fields.addOption')}
      </Button>
    </fieldset>
  )
}

type ChoiceLineProps = {
  choice: ChoiceWire
  place: number
  onChange: (choice: ChoiceWire) => void
  onDrop: () => void
}

function ChoiceLine({ choice, place, onChange, onDrop }: ChoiceLineProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const item = useObjectNamed('value_list_item')
  const part = (name: string, value: unknown, word: string, change: (value: unknown) => void) => {
    const field = item && fieldOf(item, name)
    return field && <FieldInput field={field} value={value} titles={{}} label={`${word} ${place}`} onChange={change} />
  }
  const name = (locale: 'zh' | 'en') => (typed: unknown) =>
    onChange({ ...choice, label: { ...choice.label, [locale]: String(typed ?? '') } })
  const colour = (chosen: unknown): void => {
    const [known] = choicesOf({ ...bound, options: { choices: [{ ...choice, colour: chosen }] } })
    if (known) onChange(known)
  }
  return (
    <div className="kind-choice-line">
      {part('labelZh', choice.label.zh || null, t('fields.optionZh'), name('zh'))}
      {part('labelEn', choice.label.en || null, t('fields.optionEn'), name('en'))}
      {part('colour', choice.colour ?? null, t('fields.optionColour'), colour)}
      <IconButton
        icon={X}
        label={t('fields.dropOption', { name: label(choice.label) || String(place) })}
        onClick={onDrop}
      />
    </div>
  )
}
