import { UserRoundCheck } from 'lucide-react'
import type { ChangesWire } from '../api/change-requests.ts'
import { useOwnId } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { useProposalWords } from './proposal-words.ts'
import type { Decision } from './use-decision.ts'

/** Leaves the decision to another who could sign. */
export function HandOver({ decision, changes: { signers, titles } }: { decision: Decision; changes: ChangesWire }) {
  const t = useProposalWords()
  const me = useOwnId()
  const others = signers.filter((id) => id !== me)
  if (!others.length) return null
  const entries = others.map((id) => ({ key: id, label: titles[id] ?? '', run: () => decision.handOver(id) }))
  return (
    <Menu entries={[{ key: 'to', title: t('handOverTo'), items: entries }]}>
      <Button icon={UserRoundCheck} disabled={decision.isBusy}>
        {t('handOver')}
      </Button>
    </Menu>
  )
}
