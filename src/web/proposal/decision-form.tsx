import { Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { Check, Undo2, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Verdict } from '../api/change-requests.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { longestGrounds } from './grounds.ts'
import type { Decision } from './use-decision.ts'
import 'virtual:antd/input.css'

/** Approve, send back or reject, with an opinion; Ctrl+Enter approves. */
export function DecisionForm({ decision }: { decision: Decision }) {
  const { t } = useWords()
  const id = useId()
  const box = useRef<TextAreaRef>(null)
  const [opinion, setOpinion] = useState('')
  const [isMissing, setMissing] = useState(false)
  const settle = (verdict: Verdict): void => {
    const grounds = opinion.trim()
    const lacks = verdict !== 'approve' && grounds === ''
    setMissing(lacks)
    if (lacks) box.current?.focus()
    else decision.decide(verdict, grounds)
  }
  const approveByKey = (event: KeyboardEvent): void => {
    if (isShortcut(event, 'save') && !decision.isBusy) settle('approve')
  }
  return (
    <form className="review-form" aria-label={t('proposal.opinion')} onKeyDown={approveByKey}>
      <label htmlFor={id}>{t('proposal.opinion')}</label>
      <Input.TextArea
        id={id}
        ref={box}
        value={opinion}
        maxLength={longestGrounds}
        autoSize={{ minRows: 2, maxRows: 8 }}
        status={isMissing ? 'error' : undefined}
        aria-invalid={isMissing || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setOpinion(event.target.value)}
      />
      {isMissing ? (
        <Trouble id={`${id}-hint`} text={t('proposal.groundsNeeded')} />
      ) : (
        <p id={`${id}-hint`} className="meta">
          {t('proposal.opinionHint')}
        </p>
      )}
      <div className="review-actions">
        <Button look="primary" icon={Check} busy={decision.isBusy} title="Ctrl+Enter" onClick={() => settle('approve')}>
          {t('proposal.verdict.approve')}
        </Button>
        <Button icon={Undo2} disabled={decision.isBusy} onClick={() => settle('return')}>
          {t('proposal.verdict.return')}
        </Button>
        <Button icon={X} danger disabled={decision.isBusy} onClick={() => settle('reject')}>
          {t('proposal.verdict.reject')}
        </Button>
      </div>
    </form>
  )
}
