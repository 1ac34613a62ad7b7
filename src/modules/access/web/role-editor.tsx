import { Copy, Trash2 } from 'lucide-react'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { StaleDialog } from '../../../web/form/stale-dialog.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { usePhone } from '../../../web/ui/use-phone.ts'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Catalogue } from './catalogue.ts'
import { RightsPanel } from './rights-panel.tsx'
import { RoleHead } from './role-head.tsx'
import { type RoleEditorProps, useRoleEditor } from './use-role-editor.ts'
import './roles.css'

// The table below takes the place of these inputs.
const besideForm = { grants: null, fieldRights: null }

type Props = RoleEditorProps & { catalogue: Catalogue; onCopy: () => void }

/** A role of the company's own: what it is called and may beside records, then its rights. */
export function RoleEditor({ catalogue, onCopy, ...props }: Props) {
  const { object } = props
  const { t, label } = useWords()
  const isPhone = usePhone()
  const editor = useRoleEditor(props)
  const { form, opened, initial, saving, troubles, values } = editor
  const name = label(object.label)
  const title = opened ? titleOf(object, opened) || name : t('form.createTitle', { name })
  const mayDelete = opened?.can.includes('delete')
  return (
    <>
      <RoleHead title={title}>
        {opened && (
          <Button icon={Copy} onClick={onCopy}>
            {t('roles.copy')}
          </Button>
        )}
        {mayDelete && !isPhone && (
          <Button look="quiet" icon={Trash2} danger onClick={() => void editor.destroy()}>
            {t('action.delete')}
          </Button>
        )}
        <Button
          look="primary"
          busy={saving.isPending}
          disabled={opened !== undefined && !editor.isDirty}
          onClick={() => form.submit()}
        >
          {t('action.save')}
        </Button>
      </RoleHead>
      <div className="page-scroll role-page">
        <Trouble text={saving.error} />
        <RecordForm
          form={form}
          object={object}
          initial={initial}
          record={opened}
          fixed={besideForm}
          onChange={editor.setValues}
          onSubmit={editor.submit}
        />
        <RightsPanel
          catalogue={catalogue}
          rights={editor.rights}
          rules={editor.rules}
          plain={Number(values.plain ?? 1)}
          troubles={troubles}
          onRights={editor.setRights}
          onRules={editor.setRules}
        />
        {mayDelete && isPhone && (
          <Button icon={Trash2} danger block onClick={() => void editor.destroy()}>
            {t('action.delete')}
          </Button>
        )}
      </div>
      <StaleDialog object={object} stale={saving.stale} onSettle={saving.settle} onCancel={saving.cancelStale} />
    </>
  )
}
