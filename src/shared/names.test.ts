import { expect, test } from 'vitest'
import { endingOf, insideSentence, pathOf, plural, snakeCase } from './names.ts'

test.each([
  ['follow_up', 'follow-ups'],
  ['company', 'companies'],
  ['address', 'addresses'],
  ['survey', 'surveys'],
])('the path of %s is %s', (name, path) => {
  expect(pathOf(name)).toBe(path)
})

test('a name that is shown keeps its capitals and spaces', () => {
  expect(plural('Saved view')).toBe('Saved views')
  expect(plural('Company')).toBe('Companies')
  expect(plural('Purpose of use')).toBe('Purposes of use')
})

test('a name inside a sentence begins small, unless it is an acronym or written as a name', () => {
  expect(insideSentence('Approval rules')).toBe('approval rules')
  expect(insideSentence('Follow-up')).toBe('follow-up')
  expect(insideSentence('NDA')).toBe('NDA')
  expect(insideSentence('WeChat group')).toBe('WeChat group')
})

test('a noun behind a number is one or many', () => {
  expect([0, 1, '1', 2, '1,001'].map((count) => `${count} day${endingOf(count)}`)).toEqual([
    '0 days',
    '1 day',
    '1 day',
    '2 days',
    '1,001 days',
  ])
})

test('a field of the API and its column differ by case alone', () => {
  expect(snakeCase('lastFollowedUp')).toBe('last_followed_up')
})
