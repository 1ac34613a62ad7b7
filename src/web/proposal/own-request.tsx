import { Input } from 'antd'
import { RotateCcw, Undo2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { RecordAnswer } from '#shared/wire'
import type { ChangesWire } from '../api/change-requests.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { longestGrounds } from './grounds.ts'
import type { Decision } from './use-decision.ts'
import 'virtual:antd/input.css'

type OwnRequestProps = { record: RecordAnswer; changes: ChangesWire; decision: Decision }

/** What its maker may do: take it back, or bring it again where it came back or no longer fits. */
export function OwnRequest({ record, changes, decision }: OwnRequestProps) {
  const { t } = useWords()
  const id = useId()
  const [grounds, setGrounds] = useState(String(record.grounds ?? ''))
  const mayRenew = !changes.apart && (record.state !== 'pending' || changes.stale || changes.needless)
  return (
    <div className="review-form">
      {mayRenew && (
        <>
          <label htmlFor={id}>{t('proposal.grounds')}</label>
          <Input.TextArea
            id={id}
            value={grounds}
            maxLength={longestGrounds}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setGrounds(event.target.value)}
          />
        </>
      )}
      <div className="review-actions">
        {mayRenew && (
          <Button look="primary" icon={RotateCcw} busy={decision.isBusy} onClick={() => decision.renew(grounds.trim())}>
            {t('proposal.renew')}
          </Button>
        )}
        <Button icon={Undo2} disabled={decision.isBusy} onClick={decision.withdraw}>
          {t('proposal.withdraw')}
        </Button>
      </div>
    </div>
  )
}
