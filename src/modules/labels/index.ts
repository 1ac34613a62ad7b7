export { mostLabels, printLabels } from './print-labels.ts'
