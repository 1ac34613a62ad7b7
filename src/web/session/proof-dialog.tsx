import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { ssoIdentityQuery } from '../api/sso.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { OwnProof } from './own-proof.tsx'
import { ServiceProof } from './service-proof.tsx'
import 'virtual:antd/modal.css'
import './session.css'

/** Asks whether it is still you: by what you have here, or, where that is nothing, by the sign-on service. */
export function ProofDialog({ onSettle }: { onSettle: (given: boolean) => void }) {
  const { t } = useWords()
  const { data: identity, isPending } = useQuery(ssoIdentityQuery)
  const Way = identity?.proves ? ServiceProof : OwnProof
  return (
    <Modal open centered width={420} title={t('proof.title')} footer={null} onCancel={() => onSettle(false)}>
      {isPending ? <Skeleton rows={3} /> : <Way onSettle={onSettle} />}
    </Modal>
  )
}
