import { useSuspenseQuery } from '@tanstack/react-query'
import { Radar, UsersRound } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { sessionQuery, useDuty } from '../api/session.ts'
import type { MenuEntry } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

const SeersDrawer = lazy(() => import('./seers-drawer.tsx').then((part) => ({ default: part.SeersDrawer })))
const ReachDrawer = lazy(() => import('./reach-drawer.tsx').then((part) => ({ default: part.ReachDrawer })))

type AccessDrawer = { entries: readonly MenuEntry[]; drawer: ReactNode }

/** Asks about access to a record, or of a person, from the menu of its file; offered to whom the server answers. */
export function useAccessDrawer(object: ObjectWire, record: RecordWire): AccessDrawer {
  const { t } = useWords()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [opened, setOpened] = useState<'seers' | 'reach'>()
  const answersForRoles = useDuty('roles')
  const answersForTrail = useDuty('trail')
  const isOfficer = answersForRoles || answersForTrail
  const seers = { key: 'seers', label: t('access.seers'), icon: UsersRound, run: () => setOpened('seers') }
  const reach = { key: 'reach', label: t('access.reach'), icon: Radar, run: () => setOpened('reach') }
  const entries = [
    ...(isOfficer || record.can.includes('update') ? [seers] : []),
    ...(object.signsIn && (isOfficer || session?.user.id === record.id) ? [reach] : []),
  ]
  const close = (): void => setOpened(undefined)
  const drawer = (
    <Suspense fallback={null}>
      {opened === 'seers' && <SeersDrawer object={object} record={record} onClose={close} />}
      {opened === 'reach' && <ReachDrawer record={record} onClose={close} />}
    </Suspense>
  )
  return { entries, drawer }
}
