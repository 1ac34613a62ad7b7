import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allSamples } from '#test/kind-samples'
import { kinds } from './kinds.ts'

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
)

test('there is one kind in each folder, of the same name', () => {
  expect(Object.keys(kinds).toSorted()).toEqual(folders.map(({ name }) => name.replaceAll('-', '_')).toSorted())
  for (const [name, kind] of Object.entries(kinds)) expect(kind.name).toBe(name)
})

test('every kind has a label in both languages that no other has', () => {
  for (const locale of ['zh', 'en'] as const) {
    const labels = Object.values(kinds).map(({ label }) => label[locale])
    expect(labels.every((label) => label.length > 0)).toBe(true)
    expect(new Set(labels).size).toBe(labels.length)
  }
})

test('every stored kind has samples of its own kind to be tried with', async () => {
  const all = await allSamples()
  expect(all).toHaveLength(folders.length - 1)
  for (const { kind, samples } of all) {
    expect(samples.field.kind).toBe(kind.name)
    expect(samples.values.length).toBeGreaterThan(1)
    expect(samples.invalid.length + Number(kind.name === 'long_text')).toBeGreaterThan(0)
  }
})
