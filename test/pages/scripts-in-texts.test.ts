import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Context, makeContext, type ObjectType, storeFile, systemActor } from '#kernel'
import { sampleInput } from '#test/sample-input'
import { watchRequests } from '../e2e/quiet.ts'
import { useStage } from '../e2e/stage.ts'
import { scriptPayloads } from '../hostile/script-payloads.ts'

const stage = useStage()
/** In the short form one of each ten. */
const payloads = scriptPayloads.filter((_, at) => process.env.LONG || at % 11 === 0)

/** Tells of a script that ran, and of markup that came out of a text. */
const trap = `window.pwned = () => { window.wasPwned = true }; window.alert = window.pwned; window.confirm = window.pwned`
const strange = `[...document.querySelectorAll(
  '[onerror],[onload],[onfocus],[onmouseover],[onbegin],[ontoggle],iframe,object,embed,base,meta[http-equiv],marquee,' +
  'a[href^="javascript:" i],a[href^="data:" i],a[href^="vbscript:" i],form[action],img[src="x"],link[href*="evil"],[src*="evil"],[srcset*="evil"]'
)].map((each) => each.outerHTML.slice(0, 200))`

/** So many payloads stand on one record, in one field after the other; in the long form each stands in every field. */
const together = process.env.LONG ? 1 : 3

/** Every text that a field takes as it is, by trying; each of several payloads in its turn. */
function texts(ctx: Context, type: ObjectType, turn: readonly string[]): Record<string, unknown> {
  const taken = type.stored.flatMap(({ name, kind, field }, place) => {
    const payload = turn[place % turn.length] ?? ''
    if (field.readOnly || field.rollup || field.unique || kind.target?.(field) || kind.allocated || kind.holdsFiles)
      return []
    const longest = Number(field.options.max ?? 200)
    for (const value of [payload.slice(0, longest), [payload.slice(0, Math.min(longest, 20))]]) {
      const parsed = kind.parse(value, field, ctx.parseEnv())
      if (!parsed.problem && JSON.stringify(parsed.value)?.includes('pwned')) return [[name, parsed.value]]
    }
    return []
  })
  return Object.fromEntries(taken)
}

/** Values that only make sense together, or in a shape of their own. */
function shapes(payload: string): Readonly<Record<string, Record<string, unknown>>> {
  const chart = { id: 'one', title: payload.slice(0, 60), object: 'customer', form: 'number', width: 'third' }
  return {
    // Who receives an export is told how.
    export: { means: 'email', separateConsent: 'obtained' },
    dashboard: { charts: [chart] },
    review_plan: { filter: null },
    work_report: { answer: null },
    publication: { governs: 'customer', steps: [{ name: payload.slice(0, 60), what: payload.slice(0, 200) }] },
    // About its file.
    procedure_case: { object: null, record: null },
    favourite: { page: '/today', object: null, record: null },
  }
}

describe(`${payloads.length} texts that would be scripts`, () => {
  it('stay texts on every page', { timeout: 3_000_000 }, async () => {
    const { house } = stage
    const head = house.heads.zh
    const ctx = makeContext({
      kernel: house.kernel,
      actor: { ...systemActor, id: head.id },
      channel: 'cli',
      systemReason: 'test',
    })
    const types = [...house.kernel.registry.objects.values()]
      .filter(
        ({ policy, definition }) =>
          policy?.limits.create?.(systemActor) !== false && !definition.configures && definition.name !== 'company',
      )
      .sort((a, b) => Number(!!a.parent) - Number(!!b.parent))
    const made: string[] = []
    let fields = 0
    for (let at = 0; at < payloads.length / together; at++) {
      const turn = Array.from(
        { length: together },
        (_, place) => payloads[(at * together + place) % payloads.length] ?? '',
      )
      const [payload = ''] = turn
      const ids = new Map<string, string>()
      for (const type of types) {
        const own = texts(ctx, type, turn)
        fields += Object.keys(own).length
        const upload = type.stored.filter(({ kind }) => kind.holdsFiles)
        const files = await Promise.all(
          upload.map(async ({ name }) => [
            name,
            [(await storeFile(ctx, Readable.from([Buffer.from(payload)]), `${payload}.html`)).id],
          ]),
        )
        const parent = type.parent ? { [type.parent.field]: ids.get(type.parent.object) } : {}
        const shape = shapes(payload)[type.name] ?? {}
        const input = { ...(await sampleInput(ctx, type, parent)), ...own, ...shape, ...Object.fromEntries(files) }
        const { id } = await ctx.recordsNamed(type.name).create(input)
        ids.set(type.name, id)
        if (['customer', 'publication'].includes(type.name) || (type.name === 'task' && at % 3 === 1))
          made.push(`/o/${type.path}/${id}`)
        if (type.name === 'customer' && at % 3 === 0) made.push(`/o/${type.path}/${id}/edit`)
      }
    }
    expect(fields).toBeGreaterThan((payloads.length / together) * 20)
    const { page, go } = await stage.visit('zh')
    const whenQuiet = watchRequests(page)
    await page.addInitScript(trap)
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    onTestFinished(() => expect(dialogs).toEqual([]))
    const lists = types.filter(({ definition }) => definition.navigation).map(({ path }) => `/o/${path}`)
    const wrong: string[] = []
    for (const path of [...lists, ...made, '/audit', '/import/customers']) {
      await go(path)
      await whenQuiet()
      const [ran, found] = await page.evaluate<[boolean, string[]]>(`[window.wasPwned === true, ${strange}]`)
      if (ran || found.length) wrong.push(`${path}: ${ran ? 'ran' : ''} ${found.join(' ')}`)
    }
    await page.keyboard.press('/')
    await page.keyboard.type('pwned')
    await whenQuiet()
    expect(await page.evaluate(`window.wasPwned === true`)).toBe(false)
    expect(wrong).toEqual([])
  })

  it('would be noticed where a page takes one for markup', async () => {
    const { page } = await stage.visit('en')
    await page.setContent(`<script>${trap}</script><main></main>`)
    const into = (markup: string): string => `document.querySelector('main').innerHTML = ${JSON.stringify(markup)}`
    await page.evaluate(into('<details open ontoggle=pwned()>'))
    await page.waitForFunction('window.wasPwned === true')
    await page.evaluate(into('<a href="javascript:pwned()">x</a>'))
    expect(await page.evaluate(strange)).toEqual(['<a href="javascript:pwned()">x</a>'])
  })
})
