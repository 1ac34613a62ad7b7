import { Input } from 'antd'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import 'virtual:antd/input.css'

const readyReasons = ['callBack', 'check', 'send'] as const
const shortest = 2
const longest = 200

type ReasonFormProps = { name: string; isBusy: boolean; trouble?: string; onGive: (reason: string) => void }

/** Why a value is looked at: one of the usual reasons by a click, another one in words. */
export function ReasonForm({ name, isBusy, trouble, onGive }: ReasonFormProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  const isReady = text.trim().length >= shortest
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady && !isBusy) onGive(text.trim())
  }
  return (
    <form className="reason-form" aria-label={t('reveal.why', { name })} onSubmit={submit}>
      <p className="reason-why">{t('reveal.why', { name })}</p>
      <div className="reason-ready">
        {readyReasons.map((reason, index) => (
          <button
            key={reason}
            ref={index === 0 ? first : undefined}
            type="button"
            className="reason"
            disabled={isBusy}
            onClick={() => onGive(t(`reveal.reason.${reason}`))}
          >
            {t(`reveal.reason.${reason}`)}
          </button>
        ))}
      </div>
      <div className="reason-other">
        <Input
          aria-label={t('reveal.other')}
          placeholder={t('reveal.other')}
          maxLength={longest}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <Button look="primary" submit busy={isBusy} disabled={!isReady}>
          {t('reveal.show')}
        </Button>
      </div>
      <Trouble text={trouble} />
      <p className="meta">{t('reveal.recorded')}</p>
    </form>
  )
}
