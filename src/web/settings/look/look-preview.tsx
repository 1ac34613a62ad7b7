import { Users } from 'lucide-react'
import type { CSSProperties } from 'react'
import { type Mode, nearestAccent } from '#shared/accent'
import { accentTokens } from '#shared/look-style'
import { useObjectNamed } from '../../api/definitions.ts'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import type { LookValues } from './look-values.ts'

type LookPreviewProps = {
  mode: Mode
  values: LookValues
  /** Address of the picture; null: the product's. */
  logo: string | null
}

/** A piece of every page in one mode: the company's name, a chosen place, a button, a link, the door. */
export function LookPreview({ mode, values, logo }: LookPreviewProps) {
  const t = useSettingsWords()
  const { t: common, labelOfMany } = useWords()
  const customers = useObjectNamed('customer')
  const accent = nearestAccent(values.accent ?? '')
  // Variables are styles too; the type of styles does not know them.
  const style = (accent ? accentTokens(accent, mode) : {}) as CSSProperties
  return (
    <figure className="look-preview" data-theme={mode} style={style}>
      <figcaption>{common(`theme.${mode}`)}</figcaption>
      <div className="look-brand">
        <img src={logo ?? '/favicon.svg'} alt="" />
        <strong className="truncate">{values.name}</strong>
      </div>
      <div className="look-parts">
        <span className="look-place">
          <Users size={16} strokeWidth={1.75} aria-hidden />
          {customers ? labelOfMany(customers.label) : common('app.name')}
        </span>
        <span className="look-link">{t('look.link')}</span>
        <span className="primary-link">{common('action.save')}</span>
      </div>
      <div className="look-door">
        <strong>{common('signIn.title')}</strong>
        <span className="muted">{values.name}</span>
        {values.signInText && <span className="look-door-text">{values.signInText}</span>}
      </div>
    </figure>
  )
}
