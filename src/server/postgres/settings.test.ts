import { expect, it } from 'vitest'
import { memorySettings } from './settings.ts'

const gb = 1024 ** 3

it('gives the database a part of the memory that there is, within bounds', () => {
  expect(memorySettings(gb / 2)).toEqual({ shared_buffers: '128MB', effective_cache_size: '512MB' })
  expect(memorySettings(4 * gb)).toEqual({ shared_buffers: '512MB', effective_cache_size: '2048MB' })
  expect(memorySettings(256 * gb)).toEqual({ shared_buffers: '2048MB', effective_cache_size: '16384MB' })
})
