import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { definitionsQuery } from '../api/definitions.ts'
import { keepPurpose, usePurposeInTab } from '../api/purpose.ts'
import { type PurposeWire, sessionQuery, usePurposes } from '../api/session.ts'
import type { MenuEntry, MenuItem } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

/** What the account menu offers to work for: a choice where there is one, else a quiet line. */
export function usePurposeEntry(): MenuEntry {
  const { t, label } = useWords()
  const purposes = usePurposes()
  const usual = useSuspenseQuery(sessionQuery).data?.user.defaultPurpose ?? null
  const chosen = usePurposeInTab()
  const work = useWorkFor()
  const wordOf = ({ code, label: name, byConsent }: PurposeWire): string => {
    const purpose = label(name)
    if (code === usual) return t('purpose.usual', { purpose })
    return byConsent ? t('purpose.byConsent', { purpose }) : purpose
  }
  const item = (code: string | null, text: string): MenuItem => ({
    key: `purpose-${code ?? ''}`,
    label: text,
    checked: code === (chosen ?? usual),
    run: () => void work(code === usual ? null : code),
  })
  const items = [
    ...(usual === null ? [item(null, t('purpose.none'))] : []),
    ...purposes.map((purpose) => item(purpose.code, wordOf(purpose))),
  ]
  const [only] = items
  if (only && items.length === 1)
    return { ...only, label: t('purpose.only', { purpose: only.label }), checked: false, disabled: true }
  return { key: 'purpose', title: t('purpose.title'), items }
}

/** Works for another purpose in this tab; what was read for the one before is read anew. */
export function useWorkFor(): (code: string | null) => Promise<void> {
  const client = useQueryClient()
  return async (code) => {
    keepPurpose(code)
    await client.cancelQueries()
    // Who is here is the same for every purpose; pages stand until what may be done under it is known.
    const kept = [sessionQuery.queryKey, definitionsQuery.queryKey].map(([name]) => name)
    await Promise.all([
      client.invalidateQueries({ queryKey: definitionsQuery.queryKey }),
      client.resetQueries({ predicate: ({ queryKey }) => !kept.some((name) => name === queryKey[0]) }),
    ])
  }
}
