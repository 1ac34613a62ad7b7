import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Locale, locales } from '#shared/label'
import { openBrowser } from '../e2e/browser.ts'
import { accountScenes } from './account.scene.ts'
import { appraisalScenes } from './appraisals.scene.ts'
import { auditScenes } from './audit.scene.ts'
import { confirmationScenes } from './confirmations.scene.ts'
import { dashboardScenes } from './dashboards.scene.ts'
import { doubleEntryScenes } from './double-entry.scene.ts'
import { duplicateScenes } from './duplicates.scene.ts'
import { emergencyScenes } from './emergency.scene.ts'
import { entranceScenes } from './entrance.scene.ts'
import { exportScenes } from './export.scene.ts'
import { fileScenes } from './file.scene.ts'
import { importScenes } from './import.scene.ts'
import { improvementScenes } from './improvement.scene.ts'
import { keysScenes } from './keys.scene.ts'
import { listScenes } from './list.scene.ts'
import { languagesOf, lookAt } from './look-at.ts'
import { mailScenes } from './mail.scene.ts'
import { meetingScenes } from './meetings.scene.ts'
import { notificationScenes } from './notifications.scene.ts'
import { proposalScenes } from './proposal.scene.ts'
import { publicationScenes } from './publications.scene.ts'
import { reviewScenes } from './reviews.scene.ts'
import { rulesScenes } from './rules.scene.ts'
import type { HouseName } from './scene.ts'
import { type OpenSceneHouse, openSceneHouse } from './scene-house.ts'
import { settingsScenes } from './settings.scene.ts'
import { shellScenes } from './shell.scene.ts'
import { ssoScenes } from './sso.scene.ts'
import { todayScenes } from './today.scene.ts'

const scenes = [
  ...entranceScenes,
  ...accountScenes,
  ...todayScenes,
  ...notificationScenes,
  ...dashboardScenes,
  ...shellScenes,
  ...listScenes,
  ...fileScenes,
  ...emergencyScenes,
  ...exportScenes,
  ...importScenes,
  ...auditScenes,
  ...keysScenes,
  ...rulesScenes,
  ...settingsScenes,
  ...mailScenes,
  ...ssoScenes,
  ...proposalScenes,
  ...publicationScenes,
  ...reviewScenes,
  ...duplicateScenes,
  ...meetingScenes,
  ...improvementScenes,
  ...doubleEntryScenes,
  ...confirmationScenes,
  ...appraisalScenes,
]

/** Looks at every scene of a house, in every language or in one. */
export function describeScenes(name: HouseName, languages: readonly Locale[] = locales): void {
  describe(`in the ${name} house`, () => {
    let house: OpenSceneHouse
    let browser: Browser
    beforeAll(async () => {
      house = await openSceneHouse(name, languages[0])
      browser = await openBrowser()
    }, 180_000)
    afterAll(async () => {
      await browser?.close()
      await house?.close()
    })
    describe.each(languages)('in %s', (locale) => {
      for (const scene of scenes.filter((one) => one.house === name && languagesOf(one).includes(locale)))
        it(`shows ${scene.name} without a barrier, a raw word or a need to scroll sideways`, () =>
          lookAt(scene, { browser, house, locale }))
    })
  })
}
