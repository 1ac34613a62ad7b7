import { Select } from 'antd'
import { useState } from 'react'
import { Pill } from '../../../web/ui/pill.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Catalogue, CatalogueField } from './catalogue.ts'
import { accesses, accessOf, countOf, type FieldRules, mayBe, withRule } from './field-rules.ts'
import 'virtual:antd/select.css'
import './field-rights.css'

type FieldRightsProps = {
  catalogue: Catalogue
  rules: FieldRules
  plain: number
  /** Absent: the role can only be looked at. */
  onChange?: (rules: FieldRules) => void
  troubles: ReadonlyMap<string, string>
}

/** What a role sees of the fields of one object. */
export function FieldRights({ catalogue: { objects }, rules, ...rest }: FieldRightsProps) {
  const { t, label } = useWords()
  const spoken = objects.find(({ name }) => countOf(rules, name) > 0)
  const [name, setName] = useState((spoken ?? objects[0])?.name)
  const object = objects.find((one) => one.name === name)
  const options = objects.map((one) => {
    const count = countOf(rules, one.name)
    return {
      value: one.name,
      label: count ? t('roles.exceptions', { name: label(one.label), count }) : label(one.label),
    }
  })
  return (
    <>
      <p className="rights-text muted">{t('roles.fieldsText')}</p>
      <Select
        className="field-rights-object"
        aria-label={t('roles.object')}
        value={name}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={setName}
      />
      {object && (
        <ul className="field-rights">
          {object.fields.map((field) => (
            <FieldRight key={field.name} object={object.name} field={field} rules={rules} {...rest} />
          ))}
        </ul>
      )}
    </>
  )
}

type FieldRightProps = Omit<FieldRightsProps, 'catalogue'> & { object: string; field: CatalogueField }

function FieldRight({ object, field, rules, plain, onChange, troubles }: FieldRightProps) {
  const { t, label } = useWords()
  const access = accessOf(rules, object, field, plain)
  const name = label(field.label)
  const why = field.findable ? t('roles.findable') : field.level > plain ? t('roles.above') : undefined
  return (
    <li>
      <fieldset className="field-right">
        <legend>
          {name}
          <Level level={field.level} />
          {why && onChange && <span className="meta">{why}</span>}
        </legend>
        <div className="field-right-choices">
          {accesses.map((one) => (
            <label key={one} className="field-right-choice">
              <input
                type="radio"
                name={`${object}.${field.name}`}
                checked={access === one}
                disabled={!onChange || !mayBe(field, one, plain)}
                onChange={() => onChange?.(withRule(rules, object, field, one))}
              />
              {t(`roles.access.${one}`)}
            </label>
          ))}
        </div>
        <Trouble text={troubles.get(`${object}.${field.name}`)} />
      </fieldset>
    </li>
  )
}

/** What is general needs no mark. */

function Level({ level }: { level: number }) {
  const levelWord = useLevelWord()
  if (level === 1) return <span className="meta">{levelWord(level)}</span>
  return (
    <span className="meta">
      <Pill colour={level === 3 ? 'red' : 'amber'}>{levelWord(level)}</Pill>
    </span>
  )
}
