import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { changeEmergencySetting, emergencySettingQuery } from './emergency.ts'
import './emergency.css'
import 'virtual:antd/checkbox.css'

/** Whether the company allows emergency access. */
export function SettingPage() {
  const { t } = useWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(emergencySettingQuery)
  const change = useMutation({
    mutationFn: changeEmergencySetting,
    onSuccess: (setting) => {
      client.setQueryData(emergencySettingQuery.queryKey, setting)
      toast({ text: t('emergency.saved') })
    },
  })
  useDocumentTitle(t('emergency.title'))
  return (
    <>
      <PageHead title={t('emergency.title')} />
      <div className="page-scroll emergency-page">
        <p className="muted">{t('emergency.text')}</p>
        {data && (
          <Checkbox
            checked={change.isPending ? change.variables.allowed : data.allowed}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ allowed: event.target.checked })}
          >
            {t('emergency.allowed')}
          </Checkbox>
        )}
        <Trouble text={change.error?.message} />
        {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={3} />)}
      </div>
    </>
  )
}
