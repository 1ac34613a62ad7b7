import { defineModule } from '#kernel'
import { chartsOf } from './charts-of.ts'
import { checkCharts } from './check-charts.ts'
import { dashboard, dashboardPolicy } from './dashboard.ts'

/** Counts, sums and trends of any records, drawn and put together on pages. */
export const dashboards = defineModule({
  name: 'dashboards',
  label: { zh: '仪表盘', en: 'Dashboards' },
  optional: {
    gone: {
      zh: '仪表盘页面及其图表。',
      en: 'The page of dashboards and all their charts.',
    },
  },
  objects: [dashboard],
  policies: [dashboardPolicy],
  hooks: { dashboard: { prepare: checkCharts } },
  pointing: chartsOf,
})
