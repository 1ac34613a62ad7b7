import { describe, expect, test } from 'vitest'
import { mentionedIn, mentionsAfter, piecesOf } from './mentions.ts'

const fang = { id: '1', name: '王芳' }
const fangfang = { id: '2', name: '王芳芳' }
const li = { id: '3', name: 'Li' }
const people = [fang, fangfang, li]

describe('a text that names people', () => {
  test('is cut where a name begins and ends, the longest name first', () => {
    expect(piecesOf('请@王芳芳和@王芳看', people)).toEqual([
      { at: 0, text: '请' },
      { at: 1, text: '@王芳芳', id: '2' },
      { at: 5, text: '和' },
      { at: 6, text: '@王芳', id: '1' },
      { at: 9, text: '看' },
    ])
    expect(piecesOf('无人', people)).toEqual([{ at: 0, text: '无人' }])
    expect(piecesOf('', people)).toEqual([])
  })

  test('names nobody by a mail address or by the beginning of another word', () => {
    expect(mentionedIn('wang@Li.example, @Lina', people)).toEqual(new Set())
    expect(mentionedIn('@Li, please', people)).toEqual(new Set(['3']))
  })
})

describe('who is mentioned', () => {
  const change = (now: string[], before: string, after: string) => mentionsAfter(now, { before, after }, people)

  test('follows the text, and whoever was chosen beside it stays', () => {
    expect(change([], '', '@王芳 ')).toEqual(['1'])
    expect(change(['1'], '@王芳 ', '@王芳芳 ')).toEqual(['2'])
    expect(change(['1', '3'], '@王芳 ', '王芳 ')).toEqual(['3'])
  })

  test('of one name is whoever was chosen', () => {
    const both = [fang, { id: '9', name: '王芳' }]
    expect(mentionsAfter([], { before: '', after: '@王芳 ' }, both)).toEqual([])
    expect(mentionsAfter(['9'], { before: '@王芳 ', after: '@王芳 好' }, both)).toEqual(['9'])
    expect(mentionsAfter(['9'], { before: '@王芳 ', after: '好' }, both)).toEqual([])
  })
})
