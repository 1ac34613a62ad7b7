import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditActions } from '#shared/audit-actions'
import { type Locale, locales } from '#shared/label'
import { plural } from '#shared/names'
import { starterDashboards } from '#shared/starter-dashboards'
import { modules } from '../src/server/modules.ts'
import { chapterOf } from '../src/web/help/chapter-of.ts'
import { guideWords } from '../src/web/help/guide-words.ts'
import { wordsOf } from './e2e/words.ts'
import { guidePictures } from './scenes/guide-pictures.ts'

const guide = join(import.meta.dirname, '../docs/user')
const contents = 'README.md'
const mostBytes = 4_000_000

const chaptersIn = (locale: Locale): string[] => readdirSync(join(guide, locale)).sort()
const textOf = (locale: Locale, chapter: string): string => readFileSync(join(guide, locale, chapter), 'utf8')
const picturesIn = (text: string): string[] =>
  [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path)
const linksIn = (text: string): [title: string, path: string][] =>
  [...text.matchAll(/(?<!!)\[([^\]]+)\]\(([^)]+)\)/g)].map(([, title = '', path = '']) => [title, path])
const titleIn = (text: string): string | undefined => /^# (.+)$/m.exec(text)?.[1]

describe('the guide', () => {
  it('has the same chapters in both languages, with the same headings and pictures in each', () => {
    expect(chaptersIn('en')).toEqual(chaptersIn('zh'))
    for (const chapter of chaptersIn('zh')) {
      const [one, other] = [textOf('zh', chapter), textOf('en', chapter)]
      const levels = (text: string) => [...text.matchAll(/^(#+) /gm)].map(([, level]) => level)
      expect(levels(other), chapter).toEqual(levels(one))
      expect(picturesIn(other), chapter).toEqual(picturesIn(one).map((path) => path.replace('/zh/', '/en/')))
    }
  })

  describe.each(locales)('in %s', (locale) => {
    it('names each chapter once among its contents, in the same order, by its own title', () => {
      const listed = linksIn(textOf(locale, contents))
      expect(listed.map(([, path]) => path).sort()).toEqual(chaptersIn(locale).filter((name) => name !== contents))
      expect(listed.map(([, path]) => path)).toEqual(linksIn(textOf('zh', contents)).map(([, path]) => path))
      for (const [title, path] of listed) expect(titleIn(textOf(locale, path))).toBe(title)
    })

    it.each(chaptersIn(locale))('leads from %s to what is there, and says what stands on the screen', (chapter) => {
      const text = textOf(locale, chapter)
      expect(text.startsWith('# ')).toBe(true)
      for (const [, path] of linksIn(text)) expect(chaptersIn(locale), path).toContain(path)
      for (const path of picturesIn(text)) {
        expect(path).toMatch(new RegExp(`^\\.\\./pictures/${locale}/`))
        expect(statSync(join(guide, locale, path)).size).toBeGreaterThan(1_000)
      }
      const said = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words)
      expect(said.filter((words) => !isOnScreen(words, locale))).toEqual([])
    })

    it('shows every picture that is made for it, and no other', () => {
      const shown = chaptersIn(locale).flatMap((chapter) => picturesIn(textOf(locale, chapter)))
      const made = guidePictures.map((name) => `../pictures/${locale}/${name}`)
      expect([...new Set(shown)].sort()).toEqual(made.toSorted())
      expect(readdirSync(join(guide, 'pictures', locale)).sort()).toEqual(guidePictures.toSorted())
    })
  })

  it('weighs less than a photograph', () => {
    const sizes = locales.flatMap((locale) =>
      readdirSync(join(guide, 'pictures', locale)).map((name) => statSync(join(guide, 'pictures', locale, name)).size),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes)
  })
})

it.each([
  ['/today', 'today'],
  ['/o/customers', 'list'],
  ['/o/customers/new', 'new-file'],
  ['/o/customers/019b0f00-0000-7000-8000-000000000000', 'file'],
  ['/o/change-requests/019b0f00-0000-7000-8000-000000000000', 'managing'],
  ['/settings/objects/customer', 'fields'],
  ['/settings/keys', 'upkeep'],
  ['/duplicates/customers/merge', 'duplicates'],
])('help on %s opens the chapter %s', (path, chapter) => {
  expect(chapterOf(path)).toBe(chapter)
  expect(chaptersIn('zh')).toContain(`${chapter}.md`)
})

it('help on a page that no chapter tells of opens the contents', () => {
  expect(chapterOf('/help/guide')).toBeUndefined()
})

/** Whether the pages say so, with any name in the place of a gap. */
function isOnScreen(words: string, locale: Locale): boolean {
  return patterns[locale].some((pattern) => pattern.test(words))
}

const patterns: Readonly<Record<Locale, readonly RegExp[]>> = { zh: patternsOf('zh'), en: patternsOf('en') }

function patternsOf(locale: Locale): RegExp[] {
  const labels = labelsIn([modules.flatMap(({ objects = [] }) => objects), auditActions, starterDashboards, guideWords])
  const words = [
    ...leaves(wordsOf(locale)),
    ...labels.flatMap((label) => (locale === 'en' ? [label.en, plural(label.en)] : [label.zh])),
  ]
  return [...new Set(words)].map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\{\{\w+\}\}/)
          .map(literally)
          .join('.+')}$`,
      ),
  )
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function leaves(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? leaves(value) : [String(value)],
  )
}

/** Every label within definitions, however deep. */
function labelsIn(tree: unknown, seen = new Set<unknown>()): { zh: string; en: string }[] {
  if (typeof tree !== 'object' || tree === null || seen.has(tree)) return []
  seen.add(tree)
  if ('zh' in tree && 'en' in tree && typeof tree.zh === 'string' && typeof tree.en === 'string')
    return [{ zh: tree.zh, en: tree.en }]
  return Object.values(tree).flatMap((value) => labelsIn(value, seen))
}
