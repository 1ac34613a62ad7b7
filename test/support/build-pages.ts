import { buildWebIfStale } from '../../bin/tasks/web-build.mjs'

/** Journeys see the pages as `npm start` builds them. */
export default buildWebIfStale
