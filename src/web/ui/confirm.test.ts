import { describe, expect, it } from 'vitest'
import { confirm } from './confirm.tsx'

describe('a question before what is hard to take back', () => {
  it('is answered with no when another takes its place, so that nobody waits for ever', async () => {
    const first = confirm({ title: 'Leave?', text: 'Changes are lost.', action: 'Leave' })
    void confirm({ title: 'Delete?', text: 'It is gone.', action: 'Delete' })
    expect(await first).toBe(false)
  })
})
