import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this checkout. */
export const CHECKOUT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * @param {string[]} parts
 */
export const inCheckout = (...parts) => join(CHECKOUT, ...parts)
