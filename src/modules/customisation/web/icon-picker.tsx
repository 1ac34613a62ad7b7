import { Icon, iconNames } from '../../../web/ui/icon.tsx'
import { useOwnWords } from './words.ts'

/** The signs that an object may bear in navigation and links. */
export function IconPicker({ chosen, onChoose }: { chosen: string; onChoose: (name: string) => void }) {
  const t = useOwnWords()
  return (
    <fieldset className="icon-picker">
      <legend>{t('objects.icon')}</legend>
      <div className="icon-choices">
        {iconNames.map((name) => (
          <label key={name} className="icon-choice" title={name}>
            <input
              type="radio"
              name="object-icon"
              aria-label={t('objects.iconNamed', { name })}
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            <Icon name={name} size={18} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
