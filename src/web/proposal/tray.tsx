import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Layers, Send } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { dropGathered, type GatheredWire, gatheredKey, gatheredQuery, sendGathered } from '../api/gathered.ts'
import { Problem } from '../api/problem.ts'
import { refresh } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useProposalWords } from './proposal-words.ts'
import { TrayChange } from './tray-change.tsx'
import { showTray } from './tray-shown.ts'
import { useProposed } from './use-proposed.ts'

const TrayForm = lazy(() => import('./tray-form.tsx').then((part) => ({ default: part.TrayForm })))

/** The changes that wait to be sent: each beside what stands, to be taken out again or sent as one request. */
export function Tray() {
  const t = useProposalWords()
  const { data, error, refetch } = useQuery(gatheredQuery)
  const { kept, keep, takeOut, sending } = useTray()
  const [edited, setEdited] = useState<GatheredWire>()
  const items = data?.items ?? []
  const fitting = items.filter(({ state }) => state !== 'gone')
  const isOpen = items.some((item) => item.state === 'gone' || (item.state === 'stale' && !kept.has(keyOf(item))))
  const at = troubleAt(sending.error)
  const foot = items.length > 0 && (
    <div className="form-foot">
      {isOpen && <span className="meta">{t('gathered.settleFirst')}</span>}
      <Trouble text={sending.error && !at ? sending.error.message : undefined} />
      <Button
        look="primary"
        icon={Send}
        busy={sending.isPending}
        disabled={isOpen}
        onClick={() => sending.mutate(fitting)}
      >
        {fitting.length > 1 ? t('gathered.sendAll', { count: fitting.length }) : t('gathered.send')}
      </Button>
    </div>
  )
  if (edited)
    return (
      <Suspense fallback={null}>
        <TrayForm item={edited} onEnd={() => setEdited(undefined)} />
      </Suspense>
    )
  return (
    <Drawer open width={680} title={t('gathered.title')} onClose={() => showTray(false)} foot={foot || undefined}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={6} />}
      {data && !items.length && <EmptyState icon={Layers} title={t('gathered.none')} text={t('gathered.noneText')} />}
      {data && items.length > 0 && (
        <div className="review">
          <p className="muted">{t('gathered.text')}</p>
          {items.map((item) => (
            <TrayChange
              key={item.record}
              item={item}
              titles={data.titles}
              isKept={kept.has(keyOf(item))}
              trouble={at === item.record ? sending.error?.message : undefined}
              onKeep={() => keep(item)}
              onEdit={() => setEdited(item)}
              onOut={() => takeOut(item)}
            />
          ))}
        </div>
      )}
    </Drawer>
  )
}

/** Kept is what was looked at: once more changed, it is asked again. */
const keyOf = ({ record, version }: GatheredWire): string => `${record} ${version}`

function useTray() {
  const t = useProposalWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const again = (): void => void client.invalidateQueries({ queryKey: gatheredKey })
  const sending = useMutation({
    mutationFn: sendGathered,
    onSuccess: ({ proposed }, sent) => {
      again()
      for (const { object, record } of sent) refresh(client, object, [record])
      if (!tell(proposed ?? undefined)) toast({ text: t('gathered.made') })
      showTray(false)
    },
    // Where another was quicker, what stands now is shown.
    onError: again,
  })
  const out = async (item: GatheredWire): Promise<void> => {
    const words = { title: t('gathered.outTitle'), text: t('gathered.outText'), action: t('gathered.out') }
    if (!(await confirm({ ...words, danger: true }))) return
    await dropGathered(item)
    again()
  }
  return {
    kept,
    keep: (item: GatheredWire) => setKept((was) => new Set([...was, keyOf(item)])),
    takeOut: (item: GatheredWire) => void out(item).catch(toastError),
    sending,
  }
}

/** The record at which it was refused. */
function troubleAt(error: unknown): string | undefined {
  const at = error instanceof Problem ? error.wire.details?.at : undefined
  return typeof at === 'object' && at !== null && 'record' in at ? String(at.record) : undefined
}
