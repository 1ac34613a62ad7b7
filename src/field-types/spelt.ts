import { pinyin } from 'pinyin-pro'

/** As it sounds: words that are written with other characters of the same sound are the same. */
export function spelt(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join('').toLowerCase()
}
