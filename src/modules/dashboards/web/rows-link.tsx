import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Chart } from '#shared/chart'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { both } from './slices.ts'

type RowsLinkProps = { chart: Chart; object: ObjectWire; where: Filter | undefined; children: ReactNode }

/** Leads to just the records behind a figure; nothing leads to none. */
export function RowsLink({ chart, object, where, children }: RowsLinkProps) {
  if (!where) return <span>{children}</span>
  const search = { where: both(chart.where, where) }
  return (
    <Link to="/o/$path" params={{ path: object.path }} search={search} className="chart-link">
      {children}
    </Link>
  )
}
