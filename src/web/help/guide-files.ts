import type { Locale } from '#shared/label'

// The documents themselves, so that there is one guide: a chapter is fetched when somebody reads it.
const texts = import.meta.glob<string>('../../../docs/user/{zh,en}/*.md', { query: '?raw', import: 'default' })
const pictures = import.meta.glob<string>('../../../docs/user/pictures/{zh,en}/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})

const folder = '../../../docs/user'

export type GuideChapter = { name: string; title: string }

export type GuideText = { title: string; body: string; chapters: readonly GuideChapter[] }

/** The page that names all chapters. */
export const contents = 'README'

/** A chapter, and the names of all; null where there is no such chapter. */
export async function readGuide(locale: Locale, chapter: string): Promise<GuideText | null> {
  const [list, text] = await Promise.all([contents, chapter].map((name) => texts[`${folder}/${locale}/${name}.md`]?.()))
  if (list === undefined || text === undefined) return null
  const [heading = '', ...lines] = text.split('\n')
  return { title: heading.replace(/^# /, ''), body: lines.join('\n'), chapters: chaptersIn(list) }
}

function chaptersIn(list: string): readonly GuideChapter[] {
  return [...list.matchAll(/\[([^\]]+)\]\(([a-z-]+)\.md\)/g)].map(([, title = '', name = '']) => ({ name, title }))
}

/** The chapter that a link of the guide leads to. */
export function chapterIn(address: string | undefined): string | undefined {
  return /^([a-z-]+|README)\.md$/.exec(address ?? '')?.[1]
}

/** Where a picture of the guide is served, by its address within the documents: `../pictures/en/list.webp`. */
export function pictureAt(address: string | undefined): string | undefined {
  return address && pictures[address.replace('..', folder)]
}
