import { type Money, moneyToDecimal } from '#shared/money'
import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { PlainInput } from '../../web/ui/inputs/plain-input.tsx'
import { useDraft } from '../../web/ui/inputs/use-draft.ts'
import { useWords } from '../../web/words/words.ts'

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}

function Cell({ value }: CellProps) {
  const { format } = useWords()
  return <span>{isMoney(value) ? format.money(value) : String(value)}</span>
}

function toText(value: unknown): string {
  if (isMoney(value)) return moneyToDecimal(value).replace(/\.00$/, '')
  return typeof value === 'string' ? value : ''
}

/** The amount goes up as typed: the server reads "1.2万", "¥1,200" and "$5" and knows the currency's minor unit. */
function Input({ value, onChange, ...rest }: InputProps) {
  const [text, keep] = useDraft(value, toText)
  const currency = isMoney(value) ? value.currency : String(rest.field.options.currency ?? 'CNY')
  const type = (typed: string): void => {
    const bare = typed.trim()
    const next = bare === '' ? null : /^-?\d+(\.\d+)?$/.test(bare) && currency !== 'CNY' ? `${bare} ${currency}` : bare
    keep(typed, next)
    onChange(next)
  }
  return (
    <PlainInput
      {...rest}
      inputMode="decimal"
      text={text}
      onText={type}
      suffix={<span className="meta">{currency}</span>}
    />
  )
}

export const web: KindWeb = { Cell, Input, align: 'end', width: 130 }
