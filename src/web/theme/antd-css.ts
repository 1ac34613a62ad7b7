import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const prefix = 'virtual:antd/'

/**
 * `import 'virtual:antd/modal.css'` brings the styles of this component alone:
 * the kit's one file holds all seventy, a megabyte that every first visit would load.
 */
export function antdCss(): Plugin {
  let rules: readonly string[] | undefined
  return {
    name: 'antd-css',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      rules ??= topLevelRules(readFileSync(fileURLToPath(import.meta.resolve('antd/dist/antd.css')), 'utf8'))
      return sliceOf(rules, id.slice(prefix.length + 1, -'.css'.length))
    },
  }
}

function sliceOf(rules: readonly string[], component: string): string {
  const kept = rules.map((rule) => keptPart(rule, component)).filter((rule) => rule !== '')
  const text = kept.join('\n')
  const frames = rules.filter((rule) => rule.startsWith('@keyframes') && text.includes(frameName(rule)))
  return [...frames, ...kept].join('\n')
}

function keptPart(rule: string, component: string): string {
  if (rule.startsWith('@keyframes')) return ''
  if (!rule.startsWith('@')) return belongs(rule, component) ? rule : ''
  const open = rule.indexOf('{')
  const inner = topLevelRules(rule.slice(open + 1, -1)).filter((part) => belongs(part, component))
  return inner.length ? `${rule.slice(0, open)}{${inner.join('')}}` : ''
}

/** A rule is a component's when the first of the kit's classes in it is; variables are set while running, so blocks of them go. */
function belongs(rule: string, component: string): boolean {
  const selector = rule.slice(0, rule.indexOf('{'))
  if (selector.includes('css-var-_')) return false
  const first = /\.(ant(?:-[a-z]+)+|anticon)/.exec(selector)?.[1]
  if (!first) return false
  const [, name = first, next] = first.split('-')
  return name === component && !(name === 'input' && next === 'number')
}

function frameName(rule: string): string {
  return rule.slice('@keyframes'.length, rule.indexOf('{')).trim()
}

function topLevelRules(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] !== '}' || --depth > 0) continue
    rules.push(css.slice(start, at + 1).trim())
    start = at + 1
  }
  return rules
}
