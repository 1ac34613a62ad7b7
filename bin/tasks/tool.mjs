import { realpathSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { usableNode } from './node.mjs'

/**
 * The command of an installed tool, on the pinned Node.
 * @param {string} name
 */
export const tool = (name) => [usableNode(), realpathSync(inCheckout('node_modules/.bin', name))]
