import { Link } from '@tanstack/react-router'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { StaleDialog } from '../../../web/form/stale-dialog.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { FieldPreview } from './field-preview.tsx'
import { KindOptions } from './kind-options.tsx'
import { KindPicker } from './kind-picker.tsx'
import { backIcon, SettingsHead } from './settings-head.tsx'
import { type FieldEditorProps, useFieldEditor } from './use-field-editor.ts'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'
import './field-editor.css'

// What has a place of its own on this page, or is done from the list of fields.
const beside = { object: null, kind: null, settings: null, position: null, hidden: null }
const lasting = { ...beside, name: null, sealed: null }

/** A field of the company's own: what it is, what it is called, and how it will look. */
export function FieldEditor(props: FieldEditorProps) {
  const { object, customField } = props
  const t = useOwnWords()
  const { t: common, label } = useWords()
  const editor = useFieldEditor(props)
  const { form, opened, initial, kind, settings, saving } = editor
  const title = opened ? t('fields.edit', { name: titleOf(customField, opened) }) : t('fields.create')
  const isList = kind === 'choice' || kind === 'choices'
  const back = (
    <Link
      to="/settings/objects/$name"
      params={{ name: object.name }}
      className="icon-button"
      aria-label={t('back')}
      title={label(object.label)}
    >
      {backIcon}
    </Link>
  )
  return (
    <>
      <SettingsHead title={title} back={back} detail={<span className="meta">{label(object.label)}</span>}>
        <Button look="primary" busy={saving.isPending} disabled={!editor.isDirty} onClick={() => form.submit()}>
          {common('action.save')}
        </Button>
      </SettingsHead>
      <div className="page-scroll settings-page field-editor">
        <div className="field-editor-form">
          <Trouble text={saving.error} />
          {opened ? (
            <p className="muted">
              {t(`kinds.${kind}.name`)} · <code>{String(opened.name)}</code>. {t('fields.kindFixed')}{' '}
              {isList && (
                <Link
                  to="/settings/value-lists/$object/$field"
                  params={{ object: object.name, field: String(opened.name) }}
                >
                  {t('fields.toList')}
                </Link>
              )}
            </p>
          ) : (
            <KindPicker chosen={kind} onChoose={editor.choose} />
          )}
          {(!opened || kind === 'number') && (
            <KindOptions kind={kind} settings={settings} onChange={editor.setSettings} />
          )}
          <Trouble text={saving.errorAt('settings') ?? saving.errorAt('kind')} />
          <RecordForm
            form={form}
            object={customField}
            initial={initial}
            record={opened}
            fixed={opened ? lasting : beside}
            onChange={editor.change}
            onSubmit={editor.submit}
          />
        </div>
        <FieldPreview key={kind} field={editor.preview} />
      </div>
      <StaleDialog object={customField} stale={saving.stale} onSettle={saving.settle} onCancel={saving.cancelStale} />
    </>
  )
}
