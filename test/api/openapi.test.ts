import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds, text } from '#field-types'
import { buildRegistry, defineObject } from '#kernel'
import { customer } from '#objects'
import { recordRoutes } from '../../src/server/http/record-routes.ts'
import { modules } from '../../src/server/modules.ts'
import { buildOpenApi } from '../../src/server/openapi/build-openapi.ts'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'

const file = join(import.meta.dirname, '../../docs/api/openapi.json')
const document = standardOpenApi()

describe('the OpenAPI document', () => {
  it('is committed as it is now; else run npm run openapi', async () => {
    const written = `${JSON.stringify(document, null, 2)}\n`
    expect((await readFile(file, 'utf8')) === written, 'docs/api/openapi.json is out of date').toBe(true)
  })

  it('has an id of its own for every operation, and a summary in both languages', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const operation of operations) {
      expect(operation.summary, operation.operationId).toMatch(/[A-Za-z]/)
      expect(operation['x-summary-zh'], operation.operationId).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer)
    expect(refs.length).toBeGreaterThan(100)
    for (const ref of new Set(refs)) {
      const found = ref
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => Reflect.get(Object(at), key), document)
      expect(found, ref).toBeDefined()
    }
  })

  it('types the fields of each object by their kinds', () => {
    const { CustomerFields, CustomerCreate } = document.components.schemas
    expect(CustomerFields).toMatchObject({
      properties: {
        tier: { anyOf: [{ enum: ['vip', 'ordinary', 'potential'] }, { type: 'null' }], 'x-title-zh': '客户级别' },
        annualRevenue: { type: ['object', 'null'], properties: { amount: { type: 'integer' } } },
        phone: { type: ['string', 'null'], examples: ['+8613910391039'] },
      },
    })
    expect(CustomerFields?.properties).not.toHaveProperty('purchaseTotal')
    expect(CustomerCreate?.required).toEqual(['name'])
  })

  it('tells which operators a field knows and by what lists are sorted', () => {
    const parameters = document.paths['/api/customers']?.get?.parameters ?? []
    const words = (name: string) =>
      parameters.flatMap((each) => ('name' in each && each.name === name ? [each.description] : []))[0]
    expect(words('where')).toContain('- `phone` (Phone): eq, tail, empty')
    expect(words('where')).toContain('- `createdAt`: eq, ne, lt, lte, gt, gte, empty')
    expect(words('sort')).toMatch(/name.*updatedAt/)
    expect(words('sort')).not.toMatch(/\bphone\b/)
  })

  it('refers to headers, which it tells once, wherever one signs in to name a purpose of use', () => {
    const purpose = { $ref: '#/components/parameters/X-Dossier-Purpose' }
    const { paths, components } = document
    expect(components.parameters['X-Dossier-Purpose']).toMatchObject({ name: 'X-Dossier-Purpose', in: 'header' })
    expect(paths['/api/customers']?.post?.parameters).toContainEqual(purpose)
    expect(paths['/api/customers']?.post?.parameters).toContainEqual({
      $ref: '#/components/parameters/Idempotency-Key',
    })
    expect(paths['/api/sessions']?.post?.parameters).toEqual([])
  })

  it('leaves out what the policy of an object allows to nobody', () => {
    expect(document.paths['/api/companies']?.get).toBeDefined()
    expect(document.paths['/api/companies']?.post).toBeUndefined()
  })

  it('tells an object that was made at run time like any other', () => {
    const vehicle = defineObject({
      name: 'company_vehicle',
      label: { zh: '车辆', en: 'Vehicle' },
      icon: 'car',
      title: 'plate',
      custom: true,
      custody: { type: 'shared' },
      fields: { plate: text({ label: { zh: '车牌', en: 'Plate' }, required: true }) },
      views: { list: ['plate'], form: {} },
    })
    const extra = { object: 'customer', name: 'nickname', field: text({ label: { zh: '昵称', en: 'Nickname' } }) }
    const registry = buildRegistry(modules, kinds, { version: 1, objects: [vehicle], fields: [extra] })
    const custom = buildOpenApi({ registry, routes: recordRoutes, version: '1' })
    expect(custom.paths['/api/company-vehicles']?.get).toMatchObject({ tags: ['company-vehicles'] })
    expect(custom.components.schemas.CompanyVehicleFields).toMatchObject({ properties: { plate: { title: 'Plate' } } })
    expect(custom.components.schemas.CustomerFields).toMatchObject({ properties: { nickname: {} } })
    expect(Object.keys(customer.fields)).not.toContain('nickname')
  })
})
