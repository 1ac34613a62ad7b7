import { decide } from '#kernel'
import { actAs } from '#test/standing-actor'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

// A server reduced to one signature: gives it, unless it is killed before.
const { login, request, hash, ...settings } = JSON.parse(process.argv[2] ?? '{}')
const kernel = await openKernel({ ...settings, modules })
await decide(await actAs({ kernel }, login), request, { verdict: 'approve', hash })
await closeKernel(kernel)
