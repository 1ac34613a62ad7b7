import type { OnStage } from './scene.ts'

/** The page while its data is on the way. */
export async function whileLoading({ page }: OnStage, address: RegExp): Promise<void> {
  await page.route(address, () => undefined)
}

/** The page when the server failed. */
export async function afterFailure({ page, expectRefusal, words }: OnStage, address: RegExp): Promise<void> {
  expectRefusal(500)
  const problem = { type: 'about:blank', title: words.error.unexpected, status: 500, code: 'server.unexpected' }
  await page.route(address, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      json: { ...problem, params: {}, errors: [], requestId: '0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b' },
    }),
  )
}

/** Waits for the sentence that says so; the page asks twice more before it gives up. */
export async function seeFailure({ page, words }: OnStage): Promise<void> {
  await page.getByRole('heading', { name: words.error.title }).waitFor()
}
