import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { standardOpenApi } from '../server/openapi/standard-openapi.ts'

/** `npm run openapi`: writes the API of the product as it ships, for review and for whoever generates a client from it. */
const folder = join(import.meta.dirname, '../../docs/api')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'openapi.json'), `${JSON.stringify(standardOpenApi(), null, 2)}\n`)
console.log('wrote docs/api/openapi.json')
