import { expect, test } from 'vitest'
import { soundType } from './sound-type.ts'

const head = (text: string): Buffer => Buffer.from(text, 'latin1')

test.each([
  ['video/webm', '\x1aEwebm\x86A_OPUS', 'audio/webm'],
  ['video/webm', '\x1aEwebm\x86V_VP9\x86A_OPUS', 'video/webm'],
  ['video/mp4', 'ftypisom moov hdlr soun', 'audio/mp4'],
  ['video/mp4', 'ftypisom moov hdlr vide hdlr soun', 'video/mp4'],
  ['video/mp4', 'ftypisom mdat', 'video/mp4'],
  ['image/png', 'A_OPUS soun', 'image/png'],
])('%s with %j in its head is %s', (type, text, told) => {
  expect(soundType(type, head(text))).toBe(told)
})
