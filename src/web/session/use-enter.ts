import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ErrorCode } from '#shared/error-codes'
import { Problem } from '../api/problem.ts'
import { type Credentials, sessionQuery, signIn } from '../api/session.ts'

const route = getRouteApi('/sign-in')

export type SignInStep = 'password' | 'code' | 'setup' | 'newPassword'
type Offer = { uri: string; secret: string }

const nextSteps: Partial<Record<ErrorCode, SignInStep>> = {
  'access.second_factor_needed': 'code',
  'access.second_factor_setup': 'setup',
  'access.password_change_needed': 'newPassword',
}

/** Signing in, step by step: what the server still misses decides what is asked next. */
export function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  const { back } = route.useSearch()
  const [step, setStep] = useState<SignInStep>('password')
  const [offer, setOffer] = useState<Offer>()
  const [needsCode, setNeedsCode] = useState<SignInStep>('code')
  const arrive = async (): Promise<void> => {
    if (back) router.history.push(back)
    else await router.navigate({ to: '/' })
  }
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      if (!session.recoveryCodes) await arrive()
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return
      const { code, details } = error.wire
      const next = nextSteps[code]
      if (next === 'setup') setOffer(offerIn(details))
      if (next === 'code' || next === 'setup') setNeedsCode(next)
      if (next) setStep(next)
      // It has run out while the new password was thought of.
      else if (code === 'access.wrong_code') setStep(needsCode)
    },
  })
  const isNextStep = attempt.error instanceof Problem && nextSteps[attempt.error.wire.code] !== undefined
  return {
    step,
    offer,
    recoveryCodes: attempt.data?.recoveryCodes,
    isPending: attempt.isPending,
    error: isNextStep ? undefined : attempt.error?.message,
    enter: ({ login, password, code, newPassword }: Required<Credentials>) =>
      attempt.mutate({ login, password, code: code || undefined, newPassword: newPassword || undefined }),
    goOn: () => void arrive(),
    restart: () => {
      setStep('password')
      attempt.reset()
    },
  }
}

function offerIn(details: Record<string, unknown> | undefined): Offer | undefined {
  const { uri, secret } = details ?? {}
  return typeof uri === 'string' && typeof secret === 'string' ? { uri, secret } : undefined
}
