import { defineModule } from '#kernel'
import { checkCharts } from './check-charts.ts'
import { dashboard, dashboardPolicy } from './dashboard.ts'

/** Counts, sums and trends of any records, drawn and put together on pages. */
export const dashboards = defineModule({
  name: 'dashboards',
  label: { zh: '仪表盘', en: 'Dashboards' },
  objects: [dashboard],
  policies: [dashboardPolicy],
  hooks: { dashboard: { prepare: checkCharts } },
})
