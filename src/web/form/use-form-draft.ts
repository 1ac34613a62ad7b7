import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type DraftForm, dropFormDraft, type FormDraft, formDraftQuery, keepFormDraft } from '../api/form-drafts.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { draftKeeper, whileOpen } from './draft-keeper.ts'
import type { Values } from './form-values.ts'

/** The draft that a form begins with. */
export type BegunDraft = {
  /** Still being looked for. */
  isPending: boolean
  /** Counts beginnings: with the draft that was found, without the one that was thrown away. */
  turn: number
  draft: FormDraft | null
  begin: (draft: FormDraft | null) => void
}

export function useBegunDraft(form: DraftForm, onBegin?: (draft: FormDraft | null) => void): BegunDraft {
  const { data, isPending } = useQuery(formDraftQuery(form))
  const [again, setAgain] = useState<{ turn: number; draft: FormDraft | null }>()
  const { turn, draft } = again ?? { turn: 0, draft: data ?? null }
  const begin = (next: FormDraft | null): void => {
    setAgain((was) => ({ turn: (was?.turn ?? 0) + 1, draft: next }))
    onBegin?.(next)
  }
  return { isPending, turn, draft, begin }
}

export type KeptDraft = {
  /** When it was kept; nothing where there is none. */
  at: string | null
  /** Throws it away and begins the form anew; can be taken back. */
  discard: () => void
  /** The form has been saved. */
  settle: () => void
  /** Whether a form may be left as it is: its draft stays, and says so. */
  leave: () => Promise<boolean>
  isSafe: () => boolean
}

/** Keeps what is typed into a form, each pause anew. `version`: of the record on which it is based. */
export function useKeptDraft(
  form: DraftForm,
  { isPending, turn, draft, begin }: BegunDraft,
  { values, version = null }: { values: Values; version?: number | null },
): KeptDraft {
  const { t } = useWords()
  const [at, setAt] = useState<string | null>()
  const [keeper] = useState(() =>
    draftKeeper(async (typed, parting) => {
      if (Object.keys(typed.values).length > 0) setAt((await keepFormDraft(form, typed, parting)).at)
      else {
        await dropFormDraft(form, parting)
        setAt(null)
      }
    }),
  )
  useEffect(() => whileOpen(keeper), [keeper])
  const begun = useRef(-1)
  const text = JSON.stringify(values)
  useEffect(() => {
    if (isPending) return
    const typed = { values: JSON.parse(text), version }
    if (begun.current === turn) keeper.change(typed)
    else keeper.begin(typed)
    begun.current = turn
  }, [keeper, isPending, turn, text, version])
  const takeBack = async (thrown: FormDraft): Promise<void> => {
    setAt((await keepFormDraft(form, thrown)).at)
    begin(thrown)
  }
  const forget = async (): Promise<void> => {
    await keeper.settle()
    setAt(null)
    await dropFormDraft(form)
  }
  const discard = async (): Promise<void> => {
    const thrown = { values, version, at: '', titles: draft?.titles ?? {} }
    await forget()
    begin(null)
    const undo = { label: t('action.undo'), run: () => void takeBack(thrown).catch(toastError) }
    toast({ text: t('draft.discarded'), action: undo })
  }
  return {
    at: at === undefined ? (draft?.at ?? null) : at,
    discard: () => void discard().catch(toastError),
    settle: () => void forget().catch(toastError),
    leave: async () => {
      if (!(await keeper.flush())) return false
      toast({ text: t('draft.stays') })
      return true
    },
    isSafe: keeper.isSafe,
  }
}
