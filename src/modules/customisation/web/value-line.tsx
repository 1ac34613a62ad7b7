import { Link } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Ellipsis, PencilLine } from 'lucide-react'
import { useState } from 'react'
import type { ChoiceWire, FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { DragHandle, useMovable } from '../../../web/ui/drag-handle.tsx'
import { Menu } from '../../../web/ui/menu.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { useWords } from '../../../web/words/words.ts'
import { EntryForm } from './entry-form.tsx'
import { useOwnWords } from './words.ts'

type ValueLineProps = {
  object: ObjectWire
  field: FieldWire
  item: ObjectWire
  choice: ChoiceWire
  /** Absent: the value is as the product brings it. */
  record?: RecordAnswer
  /** Absent where it cannot be counted. */
  count?: number
  /** Absent: the list can only be looked at. */
  onStep?: (by: 1 | -1) => void
}

/** One value of a list: how it looks, how many records have it, and what can be done with it. */
export function ValueLine({ object, field, item, choice, record, count, onStep }: ValueLineProps) {
  const t = useOwnWords()
  const { label, locale } = useWords()
  const level = useLevelWord()
  const [isEditing, setEditing] = useState(false)
  const { write } = useDefinition(item)
  const id = `value-${choice.value}`
  const { ref, style, looks, handle } = useMovable(id, { value: choice.value })
  const { label: words, colour, hidden } = choice
  const name = label(words)
  const other = words[locale === 'zh' ? 'en' : 'zh']
  const retire = (): void => {
    const place = { object: object.name, field: field.name, value: choice.value }
    const whole = {
      ...place,
      labelZh: words.zh,
      labelEn: words.en,
      colour: colour ?? null,
      level: choice.level ?? null,
    }
    const told = t(hidden ? 'lists.isBack' : 'lists.isRetired', { name })
    void write({ record, values: record ? { hidden: !hidden } : { ...whole, hidden: true }, told })
  }
  if (isEditing)
    return (
      <li>
        <EntryForm {...{ object, field, item, choice, record }} taken={[]} onEnd={() => setEditing(false)} />
      </li>
    )
  const entries = [
    { key: 'edit', label: t('lists.edit'), icon: PencilLine, run: () => setEditing(true) },
    {
      key: 'retire',
      label: t(hidden ? 'lists.bringBack' : 'lists.retire'),
      icon: hidden ? ArchiveRestore : Archive,
      run: retire,
    },
  ]
  return (
    <li ref={ref} style={style} className={`value-line ${looks}`}>
      {onStep && <DragHandle id={id} label={t('lists.move', { name })} handle={handle} onStep={onStep} />}
      <span className="value-line-name">
        {colour ? <Pill colour={colour}>{name}</Pill> : <span>{name}</span>}
        {other !== name && <span className="meta truncate">{other}</span>}
        {choice.level && <span className="meta">{level(Number(choice.level))}</span>}
        {hidden && <Pill>{t('lists.retired')}</Pill>}
      </span>
      {count !== undefined && count > 0 && object.navigation ? (
        <Link
          to="/o/$path"
          params={{ path: object.path }}
          search={{ where: { [field.name]: choice.value } }}
          className="plain-link value-line-count"
          aria-label={`${t('lists.used', { count })} · ${t('lists.usedBy', { name })}`}
        >
          {t('lists.used', { count })}
        </Link>
      ) : (
        <span className="meta value-line-count">
          {count !== undefined && (count ? t('lists.used', { count }) : t('lists.unused'))}
        </span>
      )}
      {onStep && (
        <Menu entries={entries}>
          <span>
            <IconButton icon={Ellipsis} label={t('lists.menu', { name })} />
          </span>
        </Menu>
      )}
    </li>
  )
}
