import { useDroppable } from '@dnd-kit/core'
import { X } from 'lucide-react'
import type { ArrangedSection } from '#shared/sections'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { DragHandle, useMovable } from '../../../web/ui/drag-handle.tsx'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { kindNamed } from './kinds.ts'
import type { useLayoutDraft } from './use-layout-draft.ts'
import { useOwnWords } from './words.ts'

type LayoutSectionProps = {
  object: ObjectWire
  section: ArrangedSection
  doings: ReturnType<typeof useLayoutDraft>
}

/** A section with its heading in both languages and its fields, each to be moved. */
export function LayoutSection({ object, section, doings }: LayoutSectionProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const { name, label: heading } = section
  const id = `section-${name}`
  const { ref, style, looks, handle } = useMovable(id, { section: name })
  const item = useObjectNamed('value_list_item')
  const fields = section.fields.flatMap((field) => fieldOf(object, field) ?? [])
  const input = (locale: 'zh' | 'en') => {
    const field = item && fieldOf(item, locale === 'zh' ? 'labelZh' : 'labelEn')
    const word = t(locale === 'zh' ? 'layout.nameZh' : 'layout.nameEn')
    const rename = (typed: unknown): void => doings.rename(name, { ...heading, [locale]: String(typed ?? '') })
    return (
      field && <FieldInput field={field} value={heading[locale] || null} titles={{}} label={word} onChange={rename} />
    )
  }
  return (
    <section ref={ref} style={style} className={`layout-section ${looks}`} aria-label={label(heading)}>
      <header>
        <DragHandle
          id={id}
          label={t('layout.moveSection', { name: label(heading) })}
          handle={handle}
          onStep={(by) => doings.stepSection(name, by)}
        />
        {input('zh')}
        {input('en')}
        {section.fields.length === 0 && (
          <IconButton
            icon={X}
            label={t('layout.drop', { name: label(heading) })}
            onClick={() => doings.discard(name)}
          />
        )}
      </header>
      <ul>
        {fields.map((field) => (
          <LayoutField
            key={field.name}
            field={field}
            section={name}
            onStep={(by) => doings.stepField(field.name, by)}
          />
        ))}
      </ul>
      <SectionEnd section={name} isEmpty={fields.length === 0} />
    </section>
  )
}

type LayoutFieldProps = { field: FieldWire; section: string; onStep: (by: 1 | -1) => void }

function LayoutField({ field, section, onStep }: LayoutFieldProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const id = `field-${field.name}`
  const { ref, style, looks, handle } = useMovable(id, { field: field.name, section })
  const Drawn = kindNamed(field.kind)?.icon
  const name = label(field.label)
  return (
    <li ref={ref} style={style} className={`layout-field ${looks}`}>
      <DragHandle id={id} label={t('layout.moveField', { name })} handle={handle} onStep={onStep} />
      {Drawn && <Drawn size={15} strokeWidth={1.75} aria-hidden />}
      <span className="truncate">{name}</span>
    </li>
  )
}

function SectionEnd({ section, isEmpty }: { section: string; isEmpty: boolean }) {
  const t = useOwnWords()
  const { setNodeRef, isOver } = useDroppable({ id: `end-${section}`, data: { section } })
  return (
    <p ref={setNodeRef} className={isOver ? 'layout-end movable-over' : 'layout-end'}>
      {isEmpty && <span className="meta">{t('layout.empty')}</span>}
    </p>
  )
}
