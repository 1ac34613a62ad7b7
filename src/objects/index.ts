import { defineModule, importJob, importUndoJob } from '#kernel'
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
import { preference, preferencePolicy } from './preference.ts'
import { product, productPolicy } from './product.ts'
import { purchase, purchasePolicy } from './purchase.ts'
import { readSettings } from './read-settings.ts'
import { standardRoles } from './roles.ts'
import { savedView, savedViewPolicy } from './saved-view.ts'
import { tag, tagPolicy } from './tag.ts'
import { task, taskPolicy } from './task.ts'
import { unit, unitPolicy } from './unit.ts'
import { user, userPolicy } from './user.ts'

/** The standard objects, as one module of the product. */
export const standardObjects = defineModule({
  name: 'objects',
  label: { zh: '客户档案', en: 'Customer files' },
  objects: [
    customer,
    contact,
    followUp,
    task,
    purchase,
    product,
    need,
    preference,
    address,
    attachment,
    comment,
    tag,
    savedView,
    favourite,
    unit,
    user,
    company,
    holiday,
    changeRequest,
  ],
  jobs: [importJob, importUndoJob],
  hooks: { favourite: { prepare: checkFavourite }, holiday: { prepare: checkHoliday } },
  readSettings,
  roles: standardRoles,
  policies: [
    customerPolicy,
    contactPolicy,
    followUpPolicy,
    taskPolicy,
    purchasePolicy,
    productPolicy,
    needPolicy,
    preferencePolicy,
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
})

export { checkLook } from './check-look.ts'
export { definitionPolicy } from './rights.ts'
export { levels } from './value-lists.ts'
export { company, contact, customer, followUp, product, purchase, task, unit, user }
