import { defineModule } from '#kernel'

/** Labels for paper files, drawn from what their records say. */
export const labels = defineModule({
  name: 'labels',
  label: { zh: '档案标签', en: 'Labels of files' },
  optional: {
    gone: {
      zh: '打印纸质档案的标签。',
      en: 'Printing labels for paper files.',
    },
  },
})

export { drawPages } from './draw-labels.ts'
export { mostLabels, printLabels } from './print-labels.ts'
