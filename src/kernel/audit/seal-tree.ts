import { hash } from 'node:crypto'

/** The Merkle tree of RFC 9162: leaves and nodes are hashed apart, so that none passes for the other. */
export const emptyRoot = hash('sha256', '', 'buffer')
export const hashSize = 32

export function leafHash(text: string): Buffer {
  return hash('sha256', `\0${text}`, 'buffer')
}

const pair = Buffer.alloc(1 + 2 * hashSize, 1)

function nodeHash(left: Buffer, right: Buffer): Buffer {
  left.copy(pair, 1)
  right.copy(pair, 1 + hashSize)
  return hash('sha256', pair, 'buffer')
}

export function treeRoot(leaves: readonly Buffer[]): Buffer {
  let level = leaves
  while (level.length > 1) level = above(level)
  return level[0] ?? emptyRoot
}

/** A level's nodes in pairs; one without a partner goes up as it is. */
function above(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left = emptyRoot, right] = level.slice(at, at + 2)
    next.push(right ? nodeHash(left, right) : left)
  }
  return next
}

/** For each of these leaves the hashes that lead from it to the root. */
export function inclusionPaths(leaves: readonly Buffer[], indexes: readonly number[]): Buffer[][] {
  const paths = indexes.map((index) => ({ at: index, path: [] as Buffer[] }))
  for (let level = leaves; level.length > 1; level = above(level))
    for (const each of paths) {
      const sibling = level[each.at ^ 1]
      if (sibling) each.path.push(sibling)
      each.at >>= 1
    }
  return paths.map(({ path }) => path)
}

/** The root that a leaf and its path lead to; undefined where the path has not the length that the tree asks for. */
export function rootOfPath(
  leaf: Buffer,
  { index, size, path }: { index: number; size: number; path: readonly Buffer[] },
): Buffer | undefined {
  if (index < 0 || index >= size) return undefined
  const rest = [...path]
  let node = leaf
  for (let at = index, last = size - 1; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    const left = at % 2 === 1
    if (!left && at === last) continue
    const sibling = rest.shift()
    if (!sibling) return undefined
    node = left ? nodeHash(sibling, node) : nodeHash(node, sibling)
  }
  return rest.length ? undefined : node
}

/** A tree that only grows, known by the roots of its whole subtrees: enough to go on and to tell its root. */
export type GrowingTree = { size: number; peaks: Buffer[] }

export function grow(tree: GrowingTree, leaf: Buffer): void {
  let node = leaf
  for (let rest = tree.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = tree.peaks.pop()
    if (left) node = nodeHash(left, node)
  }
  tree.peaks.push(node)
  tree.size++
}

export function growingRoot({ peaks }: GrowingTree): Buffer {
  const [last, ...others] = peaks.toReversed()
  return last ? others.reduce((right, left) => nodeHash(left, right), last) : emptyRoot
}

export function joinHashes(hashes: readonly Buffer[]): Buffer {
  return Buffer.concat(hashes as Buffer[])
}

export function splitHashes(joined: Buffer): Buffer[] {
  return Array.from({ length: Math.floor(joined.length / hashSize) }, (_, at) =>
    joined.subarray(at * hashSize, (at + 1) * hashSize),
  )
}
