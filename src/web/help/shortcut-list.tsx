import { Modal } from 'antd'
import { Fragment } from 'react'
import { type ShortcutName, shortcuts } from '../shortcuts/shortcuts.ts'
import { useWords } from '../words/words.ts'
import { shortcutGroups, shortcutWords } from './shortcut-words.ts'
import 'virtual:antd/modal.css'
import './shortcut-list.css'

/** Every shortcut, by the place where it works. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { t, label } = useWords()
  return (
    <Modal open centered width={560} title={t('help.shortcuts')} footer={null} onCancel={onClose}>
      <div className="shortcut-groups">
        {shortcutGroups.map(({ label: heading, names }) => (
          <section key={heading.en}>
            <h3>{label(heading)}</h3>
            <dl>
              {names.map((name) => (
                <Fragment key={name}>
                  <dt>{label(shortcutWords[name])}</dt>
                  <dd>
                    <Keys name={name} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
const drawn: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

function Keys({ name }: { name: ShortcutName }) {
  const { t } = useWords()
  return shortcuts[name].map((keys, at) => (
    <Fragment key={keys}>
      {at > 0 && <span className="muted"> {t('help.or')} </span>}
      {keys.split('+').map((key) => (
        <kbd key={key}>
          {key === ' ' ? t('help.space') : (drawn[key] ?? (key.length === 1 ? key.toUpperCase() : key))}
        </kbd>
      ))}
    </Fragment>
  ))
}
