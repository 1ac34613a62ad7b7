import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { kitProps } from '../../web/ui/inputs/kit-props.ts'
import { PlainSelect } from '../../web/ui/inputs/selects.ts'
import { useWords } from '../../web/words/words.ts'

function Cell({ value }: CellProps) {
  const { t } = useWords()
  return <span>{value ? t('boolean.yes') : t('boolean.no')}</span>
}

// Three answers, not two: unknown is not no.
function Input({ value, onChange, field, ...rest }: InputProps) {
  const { t } = useWords()
  const options = [
    { value: 'yes', label: t('boolean.yes') },
    { value: 'no', label: t('boolean.no') },
  ]
  return (
    <PlainSelect
      {...kitProps(rest)}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined}
      options={options}
      allowClear={!field.required}
      defaultOpen={rest.autoFocus}
      style={{ width: '100%' }}
      onChange={(next?: string) => onChange(next === undefined ? null : next === 'yes')}
    />
  )
}

export const web: KindWeb = { Cell, Input, width: 90 }
