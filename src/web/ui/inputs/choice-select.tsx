import { Select } from 'antd'
import type { InputProps } from '../../kind-web.ts'
import { useWords } from '../../words/words.ts'
import { choicesOf } from '../cells/choice.ts'
import { Pill } from '../pill.tsx'
import { Counted } from './counted.tsx'
import { kitProps } from './kit-props.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** One or several values of a list of values; a hidden one is offered only while it is chosen. */
export function ChoiceSelect({ value, onChange, field, many, counts, ...rest }: InputProps & { many?: boolean }) {
  const { label: inReadersLanguage } = useWords()
  const chosen = Array.isArray(value) ? value : [value]
  const options = choicesOf(field)
    .filter((choice) => !choice.hidden || chosen.includes(choice.value))
    .map((choice) => ({ value: choice.value, text: inReadersLanguage(choice.label), colour: choice.colour }))
  return (
    <Select
      {...kitProps(rest)}
      mode={many ? 'multiple' : undefined}
      value={value ?? (many ? [] : undefined)}
      options={options}
      fieldNames={{ label: 'text' }}
      optionRender={({ data }) => (
        <Counted counts={counts} value={data.value}>
          <Pill colour={data.colour}>{data.text}</Pill>
        </Counted>
      )}
      showSearch={{ optionFilterProp: 'text' }}
      allowClear={!field.required}
      defaultOpen={rest.autoFocus}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
      onChange={(next: unknown) => onChange(Array.isArray(next) && next.length === 0 ? null : (next ?? null))}
    />
  )
}
