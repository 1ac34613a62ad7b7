import type { Module } from '#kernel'
import { access } from '#modules/access'
import { customisation } from '#modules/customisation'
import { demo } from '#modules/demo'
import { encryption } from '#modules/encryption'
import { officers } from '#modules/officers'
import { staff } from '#modules/staff'
import { standardObjects } from '#objects'

/** Everything the product consists of; a module's line here and in `web/module-pages.ts` is all that ties it in. */
export const modules: readonly Module[] = [standardObjects, staff, access, officers, demo, customisation, encryption]
