import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '../words/words.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export function OfflineNotice() {
  const { t } = useWords()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (isOnline) return null
  return (
    <p className="offline" role="status">
      <CloudOff size={15} aria-hidden />
      {t('shell.offline')}
    </p>
  )
}
