import { CloudOff, RefreshCw } from 'lucide-react'
import { useIsOld } from '../install/worker.ts'
import { useOnLine } from '../ui/use-on-line.ts'
import { useWords } from '../words/words.ts'

/** What the device has to say: that the server is out of reach, that there is a newer build. */
export function DeviceNotices() {
  const { t } = useWords()
  const isOnLine = useOnLine()
  const isOld = useIsOld()
  return (
    <>
      {!isOnLine && (
        <p className="offline" role="status">
          <CloudOff size={15} aria-hidden />
          {t('shell.offline')}
        </p>
      )}
      {isOld && (
        <p className="notice" role="status">
          <RefreshCw size={15} aria-hidden />
          <span>{t('shell.newVersion')}</span>
          <button type="button" className="notice-action" onClick={() => location.reload()}>
            {t('shell.reload')}
          </button>
        </p>
      )}
    </>
  )
}
