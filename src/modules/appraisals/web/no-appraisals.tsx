import { useNavigate } from '@tanstack/react-router'
import { Scale } from 'lucide-react'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { useAppraisalWords } from './words.ts'

/** Appraisals come by themselves, once somebody has said what counts how much. */
export function NoAppraisals() {
  const t = useAppraisalWords()
  const navigate = useNavigate()
  const schemes = useObjectNamed('appraisal_scheme')
  const maySet = schemes?.can.includes('create')
  return (
    <EmptyState icon={Scale} title={t('empty')} text={t(maySet ? 'emptySet' : 'emptyWait')}>
      {schemes && maySet && (
        <Button look="primary" onClick={() => void navigate({ to: '/o/$path', params: { path: schemes.path } })}>
          {t('toSchemes')}
        </Button>
      )}
    </EmptyState>
  )
}
