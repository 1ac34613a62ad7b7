import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Locator } from 'playwright-core'

/** Drops a file from this computer where a hand would let it go. */
export async function dropFile(target: Locator, path: string): Promise<void> {
  const content = (await readFile(path)).toString('base64')
  const transfer = await target
    .page()
    .evaluateHandle<DataTransferLike>(transferOf(content, { name: basename(path), type: 'text/csv' }))
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: transfer })
}

/** Pastes a picture, given in base64, as if it had been copied elsewhere. */
export async function pastePicture(target: Locator, content: string, name: string): Promise<void> {
  await paste(target, transferOf(content, { name, type: 'image/png' }))
}

/** Pastes a text as it had been copied, with its lines. */
export async function pasteText(target: Locator, text: string): Promise<void> {
  await paste(
    target,
    `(() => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', ${JSON.stringify(text)})
      return transfer
    })()`,
  )
}

async function paste(target: Locator, made: string): Promise<void> {
  const transfer = await target.page().evaluateHandle<DataTransferLike>(made)
  await target.evaluate((element, clipboardData) => {
    const ClipboardEvent: new (type: string, init: object) => Event = Reflect.get(globalThis, 'ClipboardEvent')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, transfer)
}

function transferOf(content: string, file: { name: string; type: string }): string {
  return `(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(content)}), (letter) => letter.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], ${JSON.stringify(file.name)}, { type: ${JSON.stringify(file.type)} }))
    return transfer
  })()`
}

type DataTransferLike = object
