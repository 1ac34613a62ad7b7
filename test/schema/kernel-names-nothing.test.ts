import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds } from '#field-types'
import { pathOf } from '#shared/names'
import { modules } from '../../src/server/modules.ts'

const kernel = join(import.meta.dirname, '../../src/kernel')
const sources = globSync('**/*.ts', { cwd: kernel })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, code: withoutComments(readFileSync(join(kernel, file), 'utf8')) }))

const objects = modules.flatMap((module) => (module.objects ?? []).map(({ name }) => name))
const names = new Set([...objects, ...objects.map(pathOf), ...modules.map(({ name }) => name), ...Object.keys(kinds)])

/** Words that mean something of the engine's own: types and notices of PostgreSQL, holders of rights, parts of a number, cells of a sheet, uses of a value, rights. */
const ownWords = new Set(
  'text date boolean user unit units role roles purpose reference region number percent mail export exports notification'.split(
    ' ',
  ),
)

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function literals(code: string): string[] {
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, single, double]) => single ?? double ?? '')
}

describe('the kernel', () => {
  it('has sources to look at, and names to look for', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(names.size).toBeGreaterThan(40)
  })

  it('names no object, no module and no kind', () => {
    const named = sources.flatMap(({ file, code }) =>
      literals(code)
        .filter((literal) => names.has(literal) && !ownWords.has(literal))
        .map((literal) => `${file}: ${literal}`),
    )
    expect(named).toEqual([])
  })

  it('reads and writes no table of an object by its name', () => {
    const tables = new RegExp(`\\b(from|join|into|update|table)\\s+"?(${objects.join('|')})\\b(?!\\()`, 'i')
    expect(sources.filter(({ code }) => tables.test(code)).map(({ file }) => file)).toEqual([])
  })
})
