import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { PlainInput } from '../../web/ui/inputs/plain-input.tsx'
import { useDraft } from '../../web/ui/inputs/use-draft.ts'
import { useWords } from '../../web/words/words.ts'
import { formatPhone } from './format-phone.ts'
import { spacedPhone } from './spaced-phone.ts'

function Cell({ value, dense }: CellProps) {
  const { t } = useWords()
  const [number = '', extension] = String(value).split(';ext=')
  const text = spacedPhone(number) + (extension ? ` ${t('phone.extension', { extension })}` : '')
  if (dense || number.includes('*')) return <span className="cell-code truncate">{text}</span>
  return (
    <a className="link cell-code" href={dialAddress(String(value))}>
      {text}
    </a>
  )
}

function toText(value: unknown): string {
  return typeof value === 'string' ? formatPhone(value) : ''
}

function Input({ value, onChange, ...rest }: InputProps) {
  const [text, keep] = useDraft(value, toText)
  const type = (typed: string): void => {
    const next = typed === '' ? null : typed
    keep(typed, next)
    onChange(next)
  }
  return <PlainInput {...rest} inputMode="tel" text={text} onText={type} />
}

/** The pause before an extension is a comma. */
function dialAddress(value: string): string {
  return `tel:${value.replace(';ext=', ',')}`
}

export const web: KindWeb = {
  Cell,
  Input,
  width: 150,
  contact: { use: 'dial', address: dialAddress },
}
