import { expect, it } from 'vitest'
import { eventIn } from './read-event.ts'

it('reads what a block of a stream says, and nothing of one that only says that it is alive', () => {
  expect(eventIn('id: 7\ndata: {"object":"customer"}')).toEqual({
    id: '7',
    event: 'message',
    data: '{"object":"customer"}',
  })
  expect(eventIn('event: reach\ndata: {}')).toEqual({ id: '', event: 'reach', data: '{}' })
  expect(eventIn('data: a\ndata:b')).toEqual({ id: '', event: 'message', data: 'a\nb' })
  expect(eventIn(': here')).toEqual({ id: '', event: 'message', data: '' })
})
