import { decideTogetherJob, defineModule, importJob, importUndoJob, type Module } from '#kernel'
import { address, addressPolicy } from './address.ts'
import { attachment, attachmentPolicy } from './attachment.ts'
import { changeRequest, changeRequestPolicy } from './change-request.ts'
import { comment, commentPolicy } from './comment.ts'
import { company, companyPolicy } from './company.ts'
import { contact, contactPolicy } from './contact.ts'
import { customer, customerPolicy } from './customer.ts'
import { checkFavourite, favourite, favouritePolicy } from './favourite.ts'
import { followUp, followUpPolicy } from './follow-up.ts'
import { checkHoliday, holiday, holidayPolicy } from './holiday.ts'
import { need, needPolicy } from './need.ts'
import { pointingByName } from './pointing-by-name.ts'
import { preference, preferencePolicy } from './preference.ts'
import { product, productPolicy } from './product.ts'
import { purchase, purchasePolicy } from './purchase.ts'
import { readSettings } from './read-settings.ts'
import { standardRoles } from './roles.ts'
import { savedView, savedViewPolicy } from './saved-view.ts'
import { tag, tagPolicy } from './tag.ts'
import { noteDone, task, taskPolicy } from './task.ts'
import { unit, unitPolicy } from './unit.ts'
import { user, userPolicy } from './user.ts'

/** Customers, and what everybody does with them. */
const files = defineModule({
  name: 'objects',
  label: { zh: '客户档案', en: 'Customer files' },
  objects: [customer, contact, followUp, task],
  hooks: { task: { prepare: noteDone } },
  jobs: [importJob, importUndoJob],
  readSettings,
  roles: standardRoles,
  policies: [customerPolicy, contactPolicy, followUpPolicy, taskPolicy],
})

/** What the company sells, and to whom it has sold. */
const sales = defineModule({
  name: 'sales',
  label: { zh: '产品与购买', en: 'Products and purchases' },
  optional: {
    gone: {
      zh: '产品、购买记录，以及客户档案上的购买次数、累计金额和最近购买。',
      en: 'Products, purchases, and what a file adds up of them: how many, how much, and the last one.',
    },
  },
  objects: [purchase, product],
  policies: [purchasePolicy, productPolicy],
})

/** What customers want, and how they like to be served. */
const wishes = defineModule({
  name: 'wishes',
  label: { zh: '需求与偏好', en: 'Needs and preferences' },
  optional: {
    gone: {
      zh: '客户档案上的需求和偏好。',
      en: 'Needs and preferences on the files of customers.',
    },
  },
  objects: [need, preference],
  policies: [needPolicy, preferencePolicy],
})

/** What stands on files of any sort, and the house with its people. */
const house = defineModule({
  name: 'company_data',
  label: { zh: '公司与附属资料', en: 'The company, and what stands on files' },
  objects: [address, attachment, comment, tag, savedView, favourite, unit, user, company, holiday, changeRequest],
  jobs: [decideTogetherJob],
  hooks: { favourite: { prepare: checkFavourite }, holiday: { prepare: checkHoliday } },
  policies: [
    addressPolicy,
    attachmentPolicy,
    commentPolicy,
    tagPolicy,
    savedViewPolicy,
    favouritePolicy,
    unitPolicy,
    userPolicy,
    companyPolicy,
    holidayPolicy,
    changeRequestPolicy,
  ],
  pointing: pointingByName,
})

/** The standard objects, in the order in which pages show them. */
export const standardObjects: readonly Module[] = [files, sales, wishes, house]

export { checkLook } from './check-look.ts'
export { completionOf } from './completion-fields.ts'
export { definitionPolicy } from './rights.ts'
export { levels, proposedOperations, roleChoices, stages } from './value-lists.ts'
export { attachment, company, contact, customer, followUp, product, purchase, task, unit, user }
