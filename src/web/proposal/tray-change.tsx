import { Check, PencilLine, Undo2 } from 'lucide-react'
import type { Titles } from '#shared/wire'
import type { GatheredWire } from '../api/gathered.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { ChangeTable } from './change-table.tsx'
import { useProposalWords } from './proposal-words.ts'
import { Subject } from './subject.tsx'
import './review.css'

type TrayChangeProps = {
  item: GatheredWire
  titles: Titles
  /** Its maker holds to it, whatever has changed since. */
  isKept: boolean
  trouble: string | undefined
  onKeep: () => void
  /** Opens it in its form. */
  onEdit: () => void
  onOut: () => void
}

/** One record's change that waits to be sent. */
export function TrayChange({ item, titles, isKept, trouble, onKeep, onEdit, onOut }: TrayChangeProps) {
  const t = useProposalWords()
  const { subject, state } = item
  return (
    <article className="review-part" aria-label={subject || t('gathered.gone')}>
      {state === 'gone' ? (
        <p className="review-notice">{t('gathered.gone')}</p>
      ) : (
        <>
          <Subject record={{ subject, state: 'pending' }} changes={item} />
          <ChangeTable changes={{ ...item, titles }} />
        </>
      )}
      {state === 'stale' && !isKept && <p className="review-notice">{t('gathered.stale')}</p>}
      <Trouble text={trouble} />
      <div className="review-actions">
        {state === 'stale' && !isKept && (
          <Button small icon={Check} onClick={onKeep}>
            {t('gathered.keep')}
          </Button>
        )}
        {item.operation === 'create' && state !== 'gone' && (
          <Button small look="quiet" icon={PencilLine} onClick={onEdit}>
            {t('gathered.edit')}
          </Button>
        )}
        <Button small look="quiet" icon={Undo2} onClick={onOut}>
          {t('gathered.out')}
        </Button>
      </div>
    </article>
  )
}
