import { defineModule } from '#kernel'
import { edition, editionPolicy } from './edition.ts'
import { preparePublication, publication, publicationPolicy } from './publication.ts'
import { followPublication } from './publish.ts'
import { readReceipt, readReceiptPolicy } from './read-receipt.ts'

/** What the company publishes to its people: announcements, policies, procedures and articles, and who has read them. */
export const publications = defineModule({
  name: 'publications',
  label: { zh: '公告与制度', en: 'Announcements and policies' },
  optional: {
    gone: {
      zh: '公告、规章制度、操作规程和经验文章，以及谁读过它们。',
      en: 'Announcements, policies, procedures and articles, and who has read them.',
    },
  },
  objects: [publication, edition, readReceipt],
  policies: [publicationPolicy, editionPolicy, readReceiptPolicy],
  hooks: { [publication.name]: { prepare: preparePublication, written: followPublication } },
})

export { edition } from './edition.ts'
export { fileFieldOf, governedBy } from './governed.ts'
export { posts } from './posts.ts'
export { confirmReading, readersOf, readings, remindReaders } from './readings.ts'
export { stepsIn } from './steps.ts'
