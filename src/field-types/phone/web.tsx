import type { CellProps, KindWeb } from '../../web/kind-web.ts'
import { textKind } from '../../web/ui/text-kind.tsx'
import { useWords } from '../../web/words/words.ts'
import { spacedPhone } from './spaced-phone.ts'

function Cell({ value, dense }: CellProps) {
  const { t } = useWords()
  const [number = '', extension] = String(value).split(';ext=')
  const text = spacedPhone(number) + (extension ? ` ${t('phone.extension', { extension })}` : '')
  if (dense || number.includes('*')) return <span className="cell-code truncate">{text}</span>
  return (
    <a className="link cell-code" href={`tel:${number}${extension ? `,${extension}` : ''}`}>
      {text}
    </a>
  )
}

export const web: KindWeb = { ...textKind({ inputMode: 'tel', width: 150 }), Cell }
