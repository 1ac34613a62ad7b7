import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChartNoAxesCombined } from 'lucide-react'
import type { ReactNode } from 'react'
import { chartsOf, type StarterDashboard, starterDashboards } from '#shared/starter-dashboards'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { createRecord, refresh } from '../../../web/api/records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'

type NoDashboardsProps = { object: ObjectWire; onMade: (id: string) => void; children: ReactNode }

/** Says what a dashboard is, and begins with a ready-made one of what the reader sees. */
export function NoDashboards({ object, onMade, children }: NoDashboardsProps) {
  const { t, label, locale } = useWords()
  const client = useQueryClient()
  const readable = new Set(useObjects().flatMap(({ name, can }) => (can.includes('read') ? [name] : [])))
  const make = useMutation({
    mutationFn: (starter: StarterDashboard) => {
      const values = { name: label(starter.name), charts: chartsOf(starter, locale) }
      return createRecord(object, values, crypto.randomUUID())
    },
    onSuccess: async ({ id }) => {
      refresh(client, object.name)
      await client.refetchQueries({ queryKey: ['list', object.name] })
      onMade(id)
    },
    onError: toastError,
  })
  const offered = starterDashboards.filter(({ charts }) => charts.every((chart) => readable.has(chart.object)))
  return (
    <EmptyState icon={ChartNoAxesCombined} title={t('dashboards.none')} text={t('dashboards.noneText')}>
      {object.can.includes('create') &&
        offered.map((starter) => (
          <Button key={starter.name.en} disabled={make.isPending} onClick={() => make.mutate(starter)}>
            {label(starter.name)}
          </Button>
        ))}
      {children}
    </EmptyState>
  )
}
