import { Radio } from 'antd'
import './radios.css'
import 'virtual:antd/radio.css'

type RadiosProps<Value extends string> = {
  legend: string
  value: Value
  choices: readonly { value: Value; word: string }[]
  onChange: (value: Value) => void
}

/** One of a few values, all of them in sight. */
export function Radios<Value extends string>({ legend, value, choices, onChange }: RadiosProps<Value>) {
  return (
    <fieldset className="radios">
      <legend>{legend}</legend>
      <Radio.Group value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value}>
            {choice.word}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  )
}
