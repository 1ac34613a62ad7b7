import { defineModule } from '#kernel'
import { demoJob } from './demo-job.ts'

/** The demo company (演示公司) and large loads, for trying out and for measuring. */
export const demo = defineModule({
  name: 'demo',
  label: { zh: '演示数据', en: 'Demo data' },
  jobs: [demoJob],
})

export { demoStaff } from './demo-staff.ts'
export { loadLarge } from './large.ts'
