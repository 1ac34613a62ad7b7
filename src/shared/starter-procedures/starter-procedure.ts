import type { Label, Locale } from '../label.ts'

type StarterStep = {
  name: Label
  what: Label
  /** Who has the file, unless another role is named. */
  role?: 'manager' | 'security_officer'
  days: number
  optional?: true
  /** Fields of the customer that must be there, and that somebody must have made sure of. */
  fields?: readonly string[]
  verified?: readonly string[]
}

export type StarterProcedure = {
  title: Label
  body: Label
  act: 'collect' | 'enter' | 'store' | 'update' | 'destroy' | 'reception' | 'call_back'
  stages?: readonly ('prospect' | 'first' | 'repeat' | 'loyal' | 'dormant' | 'lost')[]
  roles?: readonly ('head' | 'manager')[]
  steps: readonly StarterStep[]
}

/** The values of a draft in one language; its readers and what begins it are the company's to say. */
export function draftOf({ title, body, act, stages, roles, steps }: StarterProcedure, locale: Locale) {
  return {
    kind: 'procedure' as const,
    governs: 'customer' as const,
    act,
    title: title[locale],
    body: body[locale],
    ...(stages && { stages: [...stages], starts: 'stage' as const }),
    ...(roles && { roles: [...roles] }),
    steps: steps.map(({ name, what, role, days, optional, fields, verified }) => ({
      name: name[locale],
      what: what[locale],
      role: role ?? 'owner',
      days,
      must: !optional,
      fields: fields ?? [],
      verified: verified ?? [],
    })),
  }
}
