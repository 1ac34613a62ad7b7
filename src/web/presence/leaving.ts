/** Pages that others see as open; each says that it is left. */
export const openPages = new Set<() => Promise<void>>()

/** Says of each page that it is left, while it still may say so. */
export async function leaveOpenPages(): Promise<void> {
  await Promise.all([...openPages].map((leave) => leave()))
}
