import { Modal } from 'antd'
import { useWords } from '../words/words.ts'
import type { Question } from './confirm.tsx'
import 'virtual:antd/modal.css'

type ConfirmDialogProps = { question: Question; onSettle: (yes: boolean) => void }

export function ConfirmDialog({ question, onSettle }: ConfirmDialogProps) {
  const { t } = useWords()
  const words = { title: question.title, okText: question.action, cancelText: t('action.cancel') }
  const okButton = { danger: question.danger }
  return (
    <Modal
      open
      centered
      width={420}
      {...words}
      okButtonProps={okButton}
      onOk={() => onSettle(true)}
      onCancel={() => onSettle(false)}
    >
      {question.text}
    </Modal>
  )
}
