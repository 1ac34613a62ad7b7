import { expect, test } from 'vitest'
import { antdCss } from './antd-css.ts'

function stylesOf(component: string): string {
  const { resolveId, load } = antdCss()
  if (typeof resolveId !== 'function' || typeof load !== 'function') throw new Error('the plugin has no hooks')
  // Neither hook uses the bundler that it is normally called on.
  const id = Reflect.apply(resolveId, undefined, [`virtual:antd/${component}.css`])
  return String(Reflect.apply(load, undefined, [id]))
}

test('a component brings its own rules, its motion, and no other component', () => {
  const modal = stylesOf('modal')
  expect(modal).toContain('.ant-modal')
  expect(modal).not.toContain('.ant-table')
  expect(stylesOf('fade')).toContain('@keyframes')
})

test('an input does not bring the number input along', () => {
  expect(stylesOf('input')).toContain('.ant-input')
  expect(stylesOf('input')).not.toMatch(/^\.ant-input-number/m)
})

test('variables, which are set while running, are left out', () => {
  expect(stylesOf('btn')).not.toContain('css-var-_')
})

test('other modules are none of its business', () => {
  const { resolveId, load } = antdCss()
  expect(typeof resolveId === 'function' && Reflect.apply(resolveId, undefined, ['./app.tsx'])).toBeNull()
  expect(typeof load === 'function' && Reflect.apply(load, undefined, ['./app.tsx'])).toBeNull()
})
