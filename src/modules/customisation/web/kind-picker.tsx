import { type KindName, offeredKinds } from './kinds.ts'
import { useOwnWords } from './words.ts'

type KindPickerProps = { chosen: KindName; onChoose: (kind: KindName) => void }

/** The kinds of fields, each with its sign and what it is for. */
export function KindPicker({ chosen, onChoose }: KindPickerProps) {
  const t = useOwnWords()
  return (
    <fieldset className="kind-picker">
      <legend>{t('fields.kind')}</legend>
      <div className="kind-choices">
        {offeredKinds.map(({ name, icon: Drawn }) => (
          <label key={name} className="kind-choice">
            <input type="radio" name="field-kind" checked={name === chosen} onChange={() => onChoose(name)} />
            <Drawn size={18} strokeWidth={1.75} aria-hidden />
            <span>
              <strong>{t(`kinds.${name}.name`)}</strong>
              <span className="meta">{t(`kinds.${name}.text`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
