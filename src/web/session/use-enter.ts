import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ErrorCode } from '#shared/error-codes'
import { signInWithPasskey } from '../api/passkeys.ts'
import { Problem } from '../api/problem.ts'
import { keepPurpose } from '../api/purpose.ts'
import { type Credentials, type Entered, sessionQuery, signIn } from '../api/session.ts'
import { arriveBySso, beginSso } from '../api/sso.ts'
import { answerQuestion, type PasskeyAnswer, type PasskeyQuestion, questionIn } from './passkey.ts'
import { ssoReturn } from './sso-return.ts'

const route = getRouteApi('/sign-in')
/** Where one was going, kept while one is at the sign-on service. */
const backKey = 'dossier.back'

export type SignInStep = 'password' | 'code' | 'setup' | 'newPassword'
type Offer = { uri: string; secret: string }
type Typed = Required<Omit<Credentials, 'passkey'>>

const nextSteps: Partial<Record<ErrorCode, SignInStep>> = {
  'access.second_factor_needed': 'code',
  'access.second_factor_setup': 'setup',
  'access.password_change_needed': 'newPassword',
}

/** Refusals of the second proof: it is asked for once more. */
const askAgain: ReadonlySet<string> = new Set<ErrorCode>([
  'access.wrong_code',
  'access.passkey_refused',
  'access.passkey_copied',
])

/** Signing in, step by step: what the server still misses decides what is asked next. */
export function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  const { back } = route.useSearch()
  const [step, setStep] = useState<SignInStep>('password')
  const [offer, setOffer] = useState<Offer>()
  const [question, setQuestion] = useState<PasskeyQuestion>()
  const [answer, setAnswer] = useState<PasskeyAnswer>()
  const [needsCode, setNeedsCode] = useState<SignInStep>('code')
  const [bySso, setBySso] = useState(false)
  const arrive = async (): Promise<void> => {
    const kept = bySso ? sessionStorage.getItem(backKey) : null
    sessionStorage.removeItem(backKey)
    const target = back ?? kept
    if (target) router.history.push(target)
    else await router.navigate({ to: '/' })
  }
  const attempt = useMutation({
    mutationFn: (go: () => Promise<Entered>) => go(),
    onSuccess: async (session) => {
      client.clear()
      keepPurpose(null)
      client.setQueryData(sessionQuery.queryKey, session)
      if (!session.recoveryCodes) await arrive()
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return
      const { code, details } = error.wire
      const next = nextSteps[code]
      if (next === 'setup') setOffer(offerIn(details))
      if (next === 'code' || next === 'setup') setNeedsCode(next)
      if (next === 'code' || askAgain.has(code)) setQuestion((known) => questionIn(details) ?? known)
      if (askAgain.has(code)) setAnswer(undefined)
      if (next) setStep(next)
      // It has run out while the new password was thought of.
      else if (askAgain.has(code) && step !== 'password') setStep(needsCode)
    },
  })
  const { mutate } = attempt
  useEffect(() => {
    const answer = ssoReturn()
    if (!answer) return
    setBySso(true)
    mutate(() => arriveBySso({ answer }))
  }, [mutate])
  const leave = useMutation({
    mutationFn: beginSso,
    onSuccess: ({ url }) => {
      if (back) sessionStorage.setItem(backKey, back)
      window.location.assign(url)
    },
  })
  const isNextStep = attempt.error instanceof Problem && nextSteps[attempt.error.wire.code] !== undefined
  const send = ({ login, password, code, newPassword }: Typed, passkey = answer): Promise<Entered> =>
    bySso
      ? arriveBySso({ code: code || undefined, passkey })
      : signIn({ login, password, passkey, code: code || undefined, newPassword: newPassword || undefined })
  return {
    step,
    offer,
    recoveryCodes: attempt.data?.recoveryCodes,
    isPending: attempt.isPending || leave.isPending,
    error: isNextStep ? undefined : (attempt.error ?? leave.error)?.message,
    enter: (typed: Typed) => attempt.mutate(() => send(typed)),
    /** With a passkey alone. */
    enterWithPasskey: () => attempt.mutate(signInWithPasskey),
    /** By the word of the sign-on service: the page goes there. */
    enterBySso: () => leave.mutate(),
    /** With a passkey beside the password; absent where the person has none. */
    confirmWithPasskey: question
      ? (typed: Typed) =>
          attempt.mutate(async () => {
            const given = await answerQuestion(question)
            setAnswer(given)
            return send({ ...typed, code: '' }, given)
          })
      : undefined,
    goOn: () => void arrive(),
    restart: () => {
      setStep('password')
      setQuestion(undefined)
      setAnswer(undefined)
      setBySso(false)
      attempt.reset()
    },
  }
}

function offerIn(details: Record<string, unknown> | undefined): Offer | undefined {
  const { uri, secret } = details ?? {}
  return typeof uri === 'string' && typeof secret === 'string' ? { uri, secret } : undefined
}
