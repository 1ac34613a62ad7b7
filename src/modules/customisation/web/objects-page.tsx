import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useShapedObjects } from './shaped-objects.ts'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'

/** All objects that the company may shape: its own, and those that the product brings. */
export function ObjectsPage() {
  const t = useOwnWords()
  const navigate = useNavigate()
  const objects = useShapedObjects()
  const mayMake = useObjectNamed('custom_object')?.can.includes('create')
  const own = objects.filter(({ custom }) => custom)
  useDocumentTitle(t('title'))
  return (
    <>
      <PageHead title={t('title')}>
        {mayMake && (
          <Button look="primary" icon={Plus} onClick={() => void navigate({ to: '/settings/new-object' })}>
            {t('objects.create')}
          </Button>
        )}
      </PageHead>
      <div className="page-scroll settings-page">
        <p className="muted">{t('text')}</p>
        <ObjectGroup title={t('own')} objects={own}>
          {own.length === 0 && <p className="muted">{t('none')}</p>}
        </ObjectGroup>
        <ObjectGroup title={t('standard')} objects={objects.filter(({ custom }) => !custom)} />
      </div>
    </>
  )
}

function ObjectGroup({
  title,
  objects,
  children,
}: {
  title: string
  objects: readonly ObjectWire[]
  children?: ReactNode
}) {
  return (
    <section className="settings-group" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <ul>
        {objects.map((object) => (
          <ObjectLine key={object.name} object={object} />
        ))}
      </ul>
    </section>
  )
}

function ObjectLine({ object }: { object: ObjectWire }) {
  const t = useOwnWords()
  const { label } = useWords()
  const count = object.fields.length
  const own = object.fields.filter(({ custom }) => custom).length
  return (
    <li>
      <Link to="/settings/objects/$name" params={{ name: object.name }} className="settings-line">
        <Icon name={object.icon} />
        <strong className="truncate">{label(object.label)}</strong>
        <span className="meta">
          {[t('fieldCount', { count }), !object.custom && own > 0 && t('ownCount', { count: own })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  )
}
