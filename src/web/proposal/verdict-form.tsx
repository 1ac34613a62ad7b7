import { Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { Check, type LucideIcon, Undo2, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { Verdict } from '../api/change-requests.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { longestGrounds } from './grounds.ts'
import 'virtual:antd/input.css'
import './review.css'

/** Takes the words that are written; undefined, and their field in focus, where they are needed and missing. */
export type Opinion = { take(isNeeded: boolean): string | undefined; clear(): void }

type VerdictFormProps = {
  isBusy: boolean
  onSettle: (verdict: Verdict, grounds: string) => void
  verdicts?: readonly Verdict[]
  /** What else can be done with the words that are written. */
  more?: (opinion: Opinion) => ReactNode
}

const icons: Readonly<Record<Verdict, LucideIcon>> = { approve: Check, return: Undo2, reject: X }
const allVerdicts: readonly Verdict[] = ['approve', 'return', 'reject']

/** Approve, send back or reject, with an opinion. Ctrl+Enter gives the first of these. */
export function VerdictForm({ isBusy, onSettle, verdicts = allVerdicts, more }: VerdictFormProps) {
  const { t } = useWords()
  const id = useId()
  const box = useRef<TextAreaRef>(null)
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const take = (isNeeded: boolean): string | undefined => {
    const taken = words.trim()
    const lacks = isNeeded && taken === ''
    setMissing(lacks)
    if (lacks) box.current?.focus()
    return lacks ? undefined : taken
  }
  const settle = (verdict: Verdict): void => {
    const grounds = take(verdict !== 'approve')
    if (grounds !== undefined) onSettle(verdict, grounds)
  }
  const [first] = verdicts
  const settleByKey = (event: KeyboardEvent): void => {
    if (first && isShortcut(event, 'save') && !isBusy) settle(first)
  }
  return (
    <form className="review-form" aria-label={t('proposal.opinion')} onKeyDown={settleByKey}>
      <label htmlFor={id}>{t('proposal.opinion')}</label>
      <Input.TextArea
        id={id}
        ref={box}
        value={words}
        maxLength={longestGrounds}
        autoSize={{ minRows: 2, maxRows: 8 }}
        status={isMissing ? 'error' : undefined}
        aria-invalid={isMissing || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWords(event.target.value)}
      />
      {isMissing ? (
        <Trouble id={`${id}-hint`} text={t('proposal.groundsNeeded')} />
      ) : (
        <p id={`${id}-hint`} className="meta">
          {t('proposal.opinionHint')}
        </p>
      )}
      <div className="review-actions">
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            icon={icons[verdict]}
            danger={verdict === 'reject'}
            {...(verdict === first ? { look: 'primary', busy: isBusy, title: 'Ctrl+Enter' } : { disabled: isBusy })}
            onClick={() => settle(verdict)}
          >
            {t(`proposal.verdict.${verdict}`)}
          </Button>
        ))}
        {more?.({ take, clear: () => setWords('') })}
      </div>
    </form>
  )
}
