import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { secondFactorQuery } from '../api/account.ts'
import { request } from '../api/request.ts'
import { RecoveryCodes } from '../session/recovery-codes.tsx'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Pill } from '../ui/pill.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { AccountSection } from './account-section.tsx'
import { type TotpOffer, TotpSetup } from './totp-setup.tsx'

export function SecondFactorSection() {
  const { t } = useWords()
  const client = useQueryClient()
  const query = useQuery(secondFactorQuery)
  const [offer, setOffer] = useState<TotpOffer>()
  const [codes, setCodes] = useState<readonly string[]>()
  const refresh = () => client.invalidateQueries({ queryKey: ['account'] })
  const begin = useMutation({
    mutationFn: () => request<TotpOffer>('POST', '/second-factor'),
    onSuccess: setOffer,
    onError: toastError,
  })
  const renew = useMutation({
    mutationFn: () => request<{ recoveryCodes: string[] }>('POST', '/second-factor/recovery-codes'),
    onSuccess: ({ recoveryCodes }) => {
      setCodes(recoveryCodes)
      void refresh()
    },
    onError: toastError,
  })
  const end = useMutation({
    mutationFn: () => request('DELETE', '/second-factor'),
    onSuccess: () => {
      setCodes(undefined)
      void refresh()
    },
    onError: toastError,
  })
  const askEnd = async (): Promise<void> => {
    const question = { title: t('account.totpOff'), text: t('account.totpOffText'), action: t('account.totpOff') }
    if (await confirm({ ...question, danger: true })) end.mutate()
  }
  const { on, needed, recoveryCodesLeft } = query.data ?? { on: false, needed: false, recoveryCodesLeft: 0 }
  const actions = (
    <>
      {(on || recoveryCodesLeft > 0) && (
        <Button onClick={() => renew.mutate()} busy={renew.isPending}>
          {t('account.recoveryNew')}
        </Button>
      )}
      {on && !needed && (
        <Button onClick={() => void askEnd()} busy={end.isPending}>
          {t('account.totpOff')}
        </Button>
      )}
      {!on && !offer && (
        <Button onClick={() => begin.mutate()} busy={begin.isPending}>
          {t('account.totpOn')}
        </Button>
      )}
    </>
  )
  const confirmed = (recoveryCodes: readonly string[]): void => {
    setOffer(undefined)
    setCodes(recoveryCodes)
    void refresh()
  }
  return (
    <AccountSection
      title={t('account.secondFactor')}
      text={t('account.secondFactorText')}
      actions={query.data && actions}
      query={query}
    >
      <p className="account-line">
        <Pill colour={on ? 'green' : 'grey'}>{t(on ? 'account.on' : 'account.off')}</Pill>
        {(on || recoveryCodesLeft > 0) && (
          <span className="meta">{t('account.recoveryLeft', { left: recoveryCodesLeft })}</span>
        )}
      </p>
      {offer && <TotpSetup offer={offer} onConfirmed={confirmed} onCancel={() => setOffer(undefined)} />}
      {codes && <RecoveryCodes codes={codes} />}
    </AccountSection>
  )
}
