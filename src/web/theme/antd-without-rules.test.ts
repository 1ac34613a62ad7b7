import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { antdWithoutRules } from './antd-without-rules.ts'

function built(file: string): unknown {
  const { transform } = antdWithoutRules()
  if (typeof transform !== 'function') throw new Error('the plugin has no hook')
  const path = fileURLToPath(import.meta.resolve(file))
  // The hook does not use the bundler that it is normally called on.
  return Reflect.apply(transform, undefined, [readFileSync(path, 'utf8'), path])
}

test('a component of the kit keeps its variables and loses the code of its rules', () => {
  const button = expect.stringContaining("genStyleHooks('Button', () => [], prepareComponentToken, {")
  expect(built('antd/es/button/style/index.js')).toEqual({ code: button, moduleSideEffects: false })
  const parts = expect.stringMatching(
    /'Shared'\], \(\) => \[\], initComponentToken.*'Component'\], \(\) => \[\], init/s,
  )
  expect(built('antd/es/input/style/index.js')).toMatchObject({ code: parts })
})

test('nothing compiles rules any more', () => {
  const file = '@ant-design/cssinjs/es/hooks/useStyleRegister.js'
  expect(built(file)).toMatchObject({ code: expect.stringContaining('function useStyleRegister(info, styleFn) {}') })
})

test('the pages themselves are none of its business', () => {
  expect(built('./antd-theme.ts')).toBeNull()
})
