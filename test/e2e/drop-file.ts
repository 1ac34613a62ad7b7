import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Locator } from 'playwright-core'

/** Drops a file from this computer where a hand would let it go. */
export async function dropFile(target: Locator, path: string): Promise<void> {
  const content = (await readFile(path)).toString('base64')
  const transfer = await target.page().evaluateHandle<DataTransferLike>(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(content)}), (letter) => letter.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], ${JSON.stringify(basename(path))}, { type: 'text/csv' }))
    return transfer
  })()`)
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: transfer })
}

type DataTransferLike = object
