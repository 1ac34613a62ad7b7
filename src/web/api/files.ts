import type { SheetName } from '#shared/label-sheets'
import { open, request } from './request.ts'

/** Fetches a file and hands it to the browser to keep: a link alone could not say for which purpose. */
export async function saveFile(id: string, name: string): Promise<void> {
  keepFile(await fetchFile(id), name)
}

/** The content of a file, with the type that the server has found it to be. */
export async function fetchFile(id: string): Promise<Blob> {
  const response = await open('GET', `/files/${id}`, { query: { download: '1' } })
  return response.blob()
}

/** The file of an export, once, under the name that the server gives it. */
export async function saveExport(id: string): Promise<void> {
  const response = await open('POST', `/exports/${id}/download`)
  const [, name = ''] = /filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  keepFile(await response.blob(), decodeURIComponent(name))
}

export type LabelWishes = {
  object: string
  ids: readonly string[]
  sheet: SheetName
  start: number
  names: 'general' | 'none' | 'all'
  code: boolean
  qr: boolean
  logo: boolean
}

/** Labels of paper files as a PDF; the log has each of them before. */
export async function saveLabels(wishes: LabelWishes, name: string): Promise<void> {
  const response = await open('POST', '/labels', { body: wishes })
  keepFile(await response.blob(), name)
}

/** Hands a content to the browser to keep. */
export function keepFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

export type FileWire = { id: string; name: string; size: number; type: string }

/** Sends a file up; a record keeps its id when it is saved. */
export function sendFile(file: File): Promise<FileWire> {
  const body = new FormData()
  body.append('file', file)
  return request('POST', '/files', { body })
}
