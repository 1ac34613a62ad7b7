/** True while keys mean text, so that single-key commands must keep quiet. */
export function isTyping(target: EventTarget | null): boolean {
  if (target === null || !(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** True while something lies over the page: its keys go there. */
export function isCovered(): boolean {
  return (
    document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null
  )
}
