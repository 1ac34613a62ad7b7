import { ImageUp, X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { FilePicker } from '../../ui/file-picker.tsx'
import { useSendFiles } from '../../ui/inputs/use-send-files.ts'
import { useSettingsWords } from '../words.ts'

type LogoFieldProps = {
  label: string
  /** Of the picture that is shown; null: the product's. */
  address: string | null
  onPick: (file: string, address: string) => void
  onRemove: () => void
}

/** The company's picture, sent up at once and kept with the record when that is saved. */
export function LogoField({ label, address, onPick, onRemove }: LogoFieldProps) {
  const t = useSettingsWords()
  const sending = useSendFiles(() => {})
  const pick = ([file]: readonly File[]): void => {
    if (!file) return
    sending.mutate([file], {
      onSuccess: ([sent]) => {
        if (sent) onPick(sent.id, URL.createObjectURL(file))
      },
    })
  }
  return (
    <div className="look-field">
      <span className="look-label">{label}</span>
      <div className="look-logo">
        <img src={address ?? '/favicon.svg'} alt={t(address ? 'look.logoOwn' : 'look.logoUsual')} />
        <FilePicker
          text={t('look.logoChoose')}
          icon={ImageUp}
          accept="image/png,image/jpeg,image/webp"
          busy={sending.isPending}
          onPick={pick}
        />
        {address && (
          <Button look="quiet" icon={X} onClick={onRemove}>
            {t('look.logoRemove')}
          </Button>
        )}
      </div>
      <p className="meta">{t('look.logoText')}</p>
    </div>
  )
}
