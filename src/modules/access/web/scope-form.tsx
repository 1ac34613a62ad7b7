import { Radio } from 'antd'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useTitlesOf } from '../../../web/list/use-titles-of.ts'
import { Button } from '../../../web/ui/button.tsx'
import { ReferenceSelect } from '../../../web/ui/inputs/reference-select.tsx'
import { useWords } from '../../../web/words/words.ts'
import type { Entry } from './entries.ts'
import { type Change, noRow, type Rights, scopes, withLine, withoutLine, withScope } from './rights.ts'
import 'virtual:antd/radio.css'

type ScopeFormProps = { entry: Entry; rights: Rights; onChange: Change; onClose: () => void }

/** Each scope with what it means; a further line for rights that reach elsewhere. */
export function ScopeForm({ entry, rights, onChange, onClose }: ScopeFormProps) {
  const { t } = useWords()
  const { name, at = 0 } = entry
  const { reaches } = rights[name] ?? noRow
  const reach = reaches[at]
  const add = (): void => {
    onChange(withLine(rights, name, 'all'))
    onClose()
  }
  const remove = (): void => {
    onChange(withoutLine(rights, entry))
    onClose()
  }
  return (
    <div className="scope-form">
      <Radio.Group
        value={reach?.scope}
        aria-label={t('roles.scope')}
        onChange={(event) => onChange(withScope(rights, entry, event.target.value, reach?.units ?? []))}
      >
        {scopes.map((scope, index) => (
          <Radio key={scope} value={scope} autoFocus={reach ? reach.scope === scope : index === 0}>
            <span className="scope-choice">
              {t(`roles.scopes.${scope}`)}
              <span className="meta">{t(`roles.scopeText.${scope}`)}</span>
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {reach?.scope === 'chosen' && (
        <Units units={reach.units} onChange={(units) => onChange(withScope(rights, entry, 'chosen', units))} />
      )}
      <div className="scope-actions">
        {reach && (
          <Button small look="quiet" onClick={add}>
            {t('roles.addLine')}
          </Button>
        )}
        {reach && (reaches.length > 1 || entry.area !== undefined) && (
          <Button small look="quiet" onClick={remove}>
            {t('roles.removeLine')}
          </Button>
        )}
        <Button small onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
    </div>
  )
}

function Units({ units, onChange }: { units: readonly string[]; onChange: (units: readonly string[]) => void }) {
  const { t } = useWords()
  const target = useObjectNamed('unit')
  const person = useObjectNamed('user')
  const field = person && fieldOf(person, 'unit')
  const titles = useTitlesOf(field, units)
  if (!target || !field) return null
  const choose = (next: unknown): void =>
    onChange(Array.isArray(next) ? next.filter((unit) => typeof unit === 'string') : [])
  return (
    <ReferenceSelect
      value={units}
      onChange={choose}
      field={field}
      titles={titles}
      target={target}
      many
      label={t('roles.units')}
      placeholder={t('roles.units')}
    />
  )
}
