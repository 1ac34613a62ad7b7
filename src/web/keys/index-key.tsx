import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeysWire, keysQuery, rotateIndexKey } from '../api/keys.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Progress } from '../ui/progress.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** The key by which sealed values are found: its age and its exchange. */
export function IndexKey({ index, plain }: Pick<KeysWire, 'index' | 'plain'>) {
  const { t, format } = useWords()
  const client = useQueryClient()
  const rotate = useMutation({
    mutationFn: rotateIndexKey,
    onError: toastError,
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  const { rotation } = index
  const askAndRotate = async (): Promise<void> => {
    const question = { title: t('keys.rotateIndex'), text: t('keys.rotateIndexText'), action: t('keys.rotateIndex') }
    if (await confirm(question)) rotate.mutate()
  }
  return (
    <section className="keys-tier" aria-labelledby="keys-index">
      <header className="keys-head">
        <h2 id="keys-index">{t('keys.index')}</h2>
        <div className="keys-actions">
          <Button busy={rotate.isPending} disabled={rotation !== null || plain} onClick={() => void askAndRotate()}>
            {t('keys.rotateIndex')}
          </Button>
        </div>
      </header>
      <p className="muted">{t('keys.indexText')}</p>
      <dl className="keys-facts">
        <dt>{t('keys.algorithm')}</dt>
        <dd>{index.algorithm}</dd>
        <dt>{t('keys.made')}</dt>
        <dd>{format.dateTime(index.createdAt)}</dd>
      </dl>
      {rotation && <Progress label={t('keys.rotatingIndex')} done={rotation.done} total={rotation.total} />}
    </section>
  )
}
