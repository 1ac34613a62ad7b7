import { type Plugin, parseSync, Visitor } from 'vite'

const kit = /\/node_modules\/(?:antd|@ant-design|@rc-component|stylis)\//
/** Take a component's rules, as a function that computes them, at this place. */
const makers: Readonly<Record<string, number>> = { genStyleHooks: 1, genSubStyleComponent: 1, genComponentStyleHook: 1 }
const compiler = 'useStyleRegister'

/**
 * The kit computes the rules of each component while running, unless it is told that they come as files, as they do here:
 * then the code that computes them stands idle in every first visit. Variables, which follow the theme, are computed as ever.
 */
export function antdWithoutRules(): Plugin {
  return {
    name: 'antd-without-rules',
    apply: 'build',
    transform(code, id) {
      if (!kit.test(id) || !id.endsWith('.js')) return null
      // To import a part of the kit does nothing by itself: what nobody uses, such as forms on a first page, stays away.
      return { code: withoutRules(code), moduleSideEffects: false }
    },
  }
}

function withoutRules(code: string): string {
  if (!/genStyleHooks|genSubStyleComponent|genComponentStyleHook|useStyleRegister/.test(code)) return code
  const idle: { start: number; end: number; by: string }[] = []
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      const rules = callee.type === 'Identifier' && given[makers[callee.name] ?? -1]
      if (rules) idle.push({ start: rules.start, end: rules.end, by: '() => []' })
    },
    FunctionDeclaration({ id, body }) {
      if (id?.name === compiler && body) idle.push({ start: body.start, end: body.end, by: '{}' })
    },
  }).visit(parseSync('kit.js', code).program)
  return idle
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code)
}
