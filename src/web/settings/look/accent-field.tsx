import { Input } from 'antd'
import { useId } from 'react'
import { contrastOn, nearestAccent } from '#shared/accent'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'

/** The product's own, and colours that can be read everywhere. */
const usual = '#3457d5'
const proposed = [usual, '#0f766e', '#146c3d', '#8a4b08', '#b3261e', '#a3195b', '#5b3bb5', '#334155'] as const

type AccentFieldProps = { label: string; value: string | null; onChange: (accent: string | null) => void }

/** A colour, chosen or typed; what could not be read is brought near enough to it that it can. */
export function AccentField({ label, value, onChange }: AccentFieldProps) {
  const t = useSettingsWords()
  const { format } = useWords()
  const id = useId()
  const text = value ?? ''
  const nearest = nearestAccent(text || usual)
  const told = (colour: string) => ({
    colour,
    ratio: format.number(Math.floor(contrastOn(colour, 'light') * 10) / 10),
  })
  const note = !nearest
    ? t('look.accentForm')
    : t(nearest === (text || usual) ? 'look.accentGood' : 'look.accentFaint', told(nearest))
  return (
    <div className="look-field">
      <label htmlFor={`${id}-text`}>{label}</label>
      <div className="look-accent">
        <input
          type="color"
          value={nearest ?? usual}
          aria-label={t('look.accentPick')}
          onChange={(event) => onChange(event.target.value)}
        />
        <Input
          id={`${id}-text`}
          value={text}
          placeholder={usual}
          maxLength={7}
          status={nearest ? undefined : 'error'}
          aria-invalid={nearest ? undefined : true}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value.trim().toLowerCase() || null)}
        />
        <Button look="quiet" disabled={value === null} onClick={() => onChange(null)}>
          {t('look.accentUsual')}
        </Button>
      </div>
      <div className="look-swatches">
        {proposed.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-label={t('look.accentTake', { colour })}
            aria-pressed={(value ?? usual) === colour}
            style={{ background: colour }}
            onClick={() => onChange(colour === usual ? null : colour)}
          />
        ))}
      </div>
      <p id={`${id}-note`} className={nearest ? 'meta' : 'field-error'} aria-live="polite">
        {note}
      </p>
    </div>
  )
}
