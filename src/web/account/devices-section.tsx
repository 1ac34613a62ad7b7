import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Device, devicesQuery } from '../api/account.ts'
import { request } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { Pill } from '../ui/pill.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { AccountSection } from './account-section.tsx'
import { deviceName } from './device-name.ts'

export function DevicesSection() {
  const { t, format } = useWords()
  const client = useQueryClient()
  const query = useQuery(devicesQuery)
  const end = useMutation({
    mutationFn: (path: string) => request('DELETE', path),
    onSuccess: () => client.invalidateQueries(devicesQuery),
    onError: toastError,
  })
  const items = query.data?.items ?? []
  const others = items.length > 1 && (
    <Button onClick={() => end.mutate('/sessions')} busy={end.isPending}>
      {t('account.endOthers')}
    </Button>
  )
  const factsOf = ({ ip, seenAt }: Device): string =>
    [ip, t('account.seen', { when: format.relative(seenAt) })].filter(Boolean).join(' · ')
  return (
    <AccountSection title={t('account.devices')} text={t('account.devicesText')} actions={others} query={query}>
      <ul className="account-list">
        {items.map((device) => (
          <li key={device.id}>
            <div>
              <span className="account-line">
                {deviceName(device.agent) ?? t('account.device')}
                {device.current && <Pill colour="green">{t('account.thisDevice')}</Pill>}
              </span>
              <span className="meta">{factsOf(device)}</span>
            </div>
            {!device.current && (
              <Button small onClick={() => end.mutate(`/sessions/${device.id}`)}>
                {t('account.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </AccountSection>
  )
}
