import { Camera, Contact, FileText } from 'lucide-react'
import { useRef } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Menu } from '../ui/menu.tsx'
import { useOnLine } from '../ui/use-on-line.ts'
import { useWords } from '../words/words.ts'
import { BarButton } from './bar-button.tsx'
import { usePhoneWords } from './phone-words.ts'
import { type FromPicture, type Photographed, usePhoto } from './use-photo.ts'

type PhotoButtonProps = { object: ObjectWire; record: RecordAnswer; onTaken: (next: FromPicture) => void }

/** Takes a picture of a paper or of a card, and goes on with it. */
export function PhotoButton({ object, record, onTaken }: PhotoButtonProps) {
  const t = usePhoneWords()
  const { t: common } = useWords()
  const isOnLine = useOnLine()
  const { taking, mayPaper, mayCard } = usePhoto(object, record, onTaken)
  const inputs = useRef<Partial<Record<Photographed, HTMLInputElement | null>>>({})
  if (!mayPaper) return null
  const entryOf = (as: Photographed, icon: typeof FileText) => ({
    key: as,
    label: t(as),
    icon,
    run: () => inputs.current[as]?.click(),
  })
  const entries = [entryOf('paper', FileText), ...(mayCard ? [entryOf('card', Contact)] : [])]
  return (
    <>
      {(['paper', 'card'] as const).map((as) => (
        <input
          key={as}
          ref={(input) => {
            inputs.current[as] = input
          }}
          type="file"
          accept="image/*"
          capture="environment"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t(as)}
          onChange={({ target }) => {
            const [picture] = target.files ?? []
            if (picture) taking.mutate({ as, picture })
            target.value = ''
          }}
        />
      ))}
      <Menu entries={entries}>
        <BarButton
          icon={Camera}
          text={t('photo')}
          disabled={!isOnLine || taking.isPending}
          aria-busy={taking.isPending}
          title={isOnLine ? undefined : common('shell.needsLine')}
        />
      </Menu>
    </>
  )
}
