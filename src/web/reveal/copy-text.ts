/** Copies what an element says; without the clipboard, which plain HTTP does not have, it is selected for the hand to copy. */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.innerText.trim())
    return true
  } catch {
    getSelection()?.selectAllChildren(element)
    return false
  }
}
