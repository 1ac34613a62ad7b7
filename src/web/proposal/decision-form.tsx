import { Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { Check, MessageCircleQuestionMark, Undo2, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { ChangesWire, Verdict } from '../api/change-requests.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { longestGrounds } from './grounds.ts'
import { HandOver } from './hand-over.tsx'
import { useProposalWords } from './proposal-words.ts'
import type { Decision } from './use-decision.ts'
import 'virtual:antd/input.css'

type DecisionFormProps = { decision: Decision; changes: ChangesWire }

/** Approve, send back or reject, with an opinion; or ask its maker first, or leave it to another. Ctrl+Enter approves. */
export function DecisionForm({ decision, changes }: DecisionFormProps) {
  const { t } = useWords()
  const say = useProposalWords()
  const id = useId()
  const box = useRef<TextAreaRef>(null)
  const [opinion, setOpinion] = useState('')
  const [isMissing, setMissing] = useState(false)
  const said = (isNeeded: boolean): string | undefined => {
    const words = opinion.trim()
    const lacks = isNeeded && words === ''
    setMissing(lacks)
    if (lacks) box.current?.focus()
    return lacks ? undefined : words
  }
  const settle = (verdict: Verdict): void => {
    const grounds = said(verdict !== 'approve')
    if (grounds !== undefined) decision.decide(verdict, grounds)
  }
  const ask = (): void => {
    const words = said(true)
    if (words !== undefined)
      void decision.ask(words).then(
        () => setOpinion(''),
        () => undefined,
      )
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
        <Button icon={MessageCircleQuestionMark} disabled={decision.isBusy} onClick={ask}>
          {say('ask')}
        </Button>
        <HandOver decision={decision} changes={changes} />
      </div>
    </form>
  )
}
