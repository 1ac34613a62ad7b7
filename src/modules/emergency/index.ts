import { defineModule } from '#kernel'
import { emergencyAccess, emergencyAccessPolicy } from './emergency-access.ts'

/** A file opened for minutes to somebody who has no right to it, with a reason, told at once and reviewed afterwards. */
export const emergency = defineModule({
  name: 'emergency_access',
  label: { zh: '紧急访问', en: 'Emergency access' },
  objects: [emergencyAccess],
  policies: [emergencyAccessPolicy],
})

export { endEmergencyAccess, findings, reviewEmergencyAccess } from './review.ts'
export { changeEmergencySetting, emergencySetting, readEmergencySetting } from './setting.ts'
export { minutesOffered, takeEmergencyAccess } from './take.ts'
