import { useNavigate } from '@tanstack/react-router'
import { childrenOf, useObjects } from '../api/definitions.ts'
import { startPage } from '../day-pages.ts'
import { useFirstRecord } from './use-first-record.ts'
import { type TourStep, tourSteps } from './use-tour.ts'

/** What a step points to, and how one gets there. */
export type TourStop = { step: TourStep; target: string; path?: string; go?: () => void }

/** The steps that make sense to this reader: what a right or a record is missing for is left out. */
export function useTourStops(): readonly TourStop[] | undefined {
  const navigate = useNavigate()
  const objects = useObjects()
  const customers = objects.find(({ name, can }) => name === 'customer' && can.includes('read'))
  const first = useFirstRecord(customers)
  if (customers && first === undefined) return undefined
  const list = `/o/${customers?.path}`
  const toList = customers && (() => void navigate({ to: '/o/$path', params: { path: customers.path } }))
  const toFile =
    customers && first
      ? () => void navigate({ to: '/o/$path/$id', params: { path: customers.path, id: first } })
      : undefined
  const mayWrite =
    customers && childrenOf(customers, objects).some(({ timeline, can }) => timeline && can.includes('create'))
  const notified = objects.some(({ name, can }) => name === 'notification' && can.includes('read'))
  const stops: Record<TourStep, TourStop | false | undefined> = {
    today: startPage.isFor(objects) && {
      step: 'today',
      target: '[href="/today"]',
      path: startPage.to,
      go: () => void navigate({ to: startPage.to }),
    },
    palette: { step: 'palette', target: '.palette-button' },
    create: customers?.can.includes('create') && {
      step: 'create',
      target: '.page-head .primary-link',
      path: list,
      go: toList,
    },
    list: customers && { step: 'list', target: '.filter-bar', path: list, go: toList },
    file: toFile && { step: 'file', target: '.file-head', path: `${list}/${first}`, go: toFile },
    composer: toFile &&
      mayWrite && { step: 'composer', target: '.composer, .composer-bar', path: `${list}/${first}`, go: toFile },
    notices: notified && { step: 'notices', target: '.bell' },
    help: { step: 'help', target: '.help-button, .top-bar .user-button' },
  }
  return tourSteps.flatMap((step) => stops[step] || [])
}
