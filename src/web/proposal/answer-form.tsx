import { Input } from 'antd'
import { MessageCircleReply } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { longestGrounds } from './grounds.ts'
import { useProposalWords } from './proposal-words.ts'
import type { Decision } from './use-decision.ts'
import 'virtual:antd/input.css'

/** What its maker says to a question. */
export function AnswerForm({ decision }: { decision: Decision }) {
  const t = useProposalWords()
  const id = useId()
  const [words, setWords] = useState('')
  return (
    <div className="review-form">
      <label htmlFor={id}>{t('answerTo')}</label>
      <Input.TextArea
        id={id}
        value={words}
        maxLength={longestGrounds}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="review-actions">
        <Button
          look="primary"
          icon={MessageCircleReply}
          busy={decision.isBusy}
          disabled={!words.trim()}
          onClick={() => decision.answer(words.trim())}
        >
          {t('answer')}
        </Button>
      </div>
    </div>
  )
}
