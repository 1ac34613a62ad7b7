import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { definitionsQuery, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ChangesDrawer } from './changes-drawer.tsx'
import { type ModuleWire, modulesQuery } from './modules.ts'
import { SwitchForesight } from './switch-foresight.tsx'
import { useSwitch } from './use-switch.ts'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'

/** Parts of the product that a company may do without, each with its switch; and what the house stands on. */
export function ModulesPage() {
  const object = useObjectNamed('module_switch')
  return object?.can.includes('update') ? <Modules object={object} /> : <NotFoundPage />
}

function Modules({ object }: { object: ObjectWire }) {
  const t = useOwnWords()
  const [isTelling, setTelling] = useState(false)
  const { version } = useSuspenseQuery(definitionsQuery).data
  const { data, error } = useQuery(modulesQuery(version))
  const { rows, error: unread } = useRecords(object, {}, { sort: '-createdAt' })
  useDocumentTitle(t('modules.title'))
  return (
    <>
      <PageHead title={t('modules.title')}>
        <Button look="quiet" icon={History} onClick={() => setTelling(true)}>
          {t('changes.title')}
        </Button>
      </PageHead>
      <div className="page-scroll settings-page">
        <p className="muted">{t('modules.text')}</p>
        {(error ?? unread) && <ErrorState error={error ?? unread} />}
        {data ? <Groups object={object} modules={data.items} switches={rows} /> : !error && <Skeleton rows={6} />}
      </div>
      <ChangesDrawer open={isTelling} objects={[object.name]} where={{}} onClose={() => setTelling(false)} />
    </>
  )
}

type GroupsProps = { object: ObjectWire; modules: readonly ModuleWire[]; switches: readonly RecordAnswer[] }

function Groups({ object, modules, switches }: GroupsProps) {
  const t = useOwnWords()
  const { label } = useWords()
  return (
    <>
      <section className="settings-group" aria-label={t('modules.optional')}>
        <h2>{t('modules.optional')}</h2>
        <ul>
          {modules
            .filter(({ gone }) => gone)
            .map((module) => (
              <ModuleLine
                key={module.name}
                object={object}
                module={module}
                record={switches.find((one) => one.module === module.name)}
              />
            ))}
        </ul>
      </section>
      <section className="settings-group" aria-label={t('modules.basis')}>
        <h2>{t('modules.basis')}</h2>
        <p className="muted">{t('modules.basisText')}</p>
        <ul>
          {modules
            .filter(({ gone }) => !gone)
            .map((module) => (
              <li key={module.name} className="settings-line">
                <span>{label(module.label)}</span>
              </li>
            ))}
        </ul>
      </section>
    </>
  )
}

type ModuleLineProps = { object: ObjectWire; module: ModuleWire; record: RecordAnswer | undefined }

function ModuleLine({ object, module, record }: ModuleLineProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const turn = useSwitch(object)
  const { active, gone } = module
  const name = label(module.label)
  const act = t(active ? 'modules.turnOff' : 'modules.turnOn', { name })
  const run = async (): Promise<void> => {
    setBusy(true)
    if (await turn({ module, record, told: t(active ? 'modules.isOff' : 'modules.isOn', { name }) })) setOpen(false)
    setBusy(false)
  }
  return (
    <li className="module-line">
      <div className="settings-line">
        <span className="module-told">
          <strong>{name}</strong>
          {gone && <span className="meta">{label(gone)}</span>}
        </span>
        <Pill colour={active ? 'green' : 'grey'}>{t(active ? 'modules.on' : 'modules.off')}</Pill>
        <Button small expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {act}
        </Button>
      </div>
      {isOpen && (
        <SwitchForesight module={module} act={act} isBusy={isBusy} onTurn={run} onClose={() => setOpen(false)} />
      )}
    </li>
  )
}
