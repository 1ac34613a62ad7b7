import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  emptyRoot,
  type GrowingTree,
  grow,
  growingRoot,
  inclusionPaths,
  joinHashes,
  leafHash,
  rootOfPath,
  splitHashes,
  treeRoot,
} from './seal-tree.ts'

const leaves = (size: number): Buffer[] => Array.from({ length: size }, (_, at) => leafHash(`row ${at}`))

/** RFC 9162, 2.1.1, word by word. */
function defined(entries: readonly Buffer[]): Buffer {
  const [only] = entries
  if (entries.length < 2) return only ?? emptyRoot
  let split = 1
  while (split * 2 < entries.length) split *= 2
  const parts = [defined(entries.slice(0, split)), defined(entries.slice(split))]
  return hash('sha256', Buffer.concat([Buffer.of(1), ...parts]), 'buffer')
}

describe('the tree of a batch', () => {
  it('is the one of RFC 9162 at every size', () => {
    for (let size = 0; size < 70; size++) expect(treeRoot(leaves(size)), `${size}`).toEqual(defined(leaves(size)))
  })

  it('begins with the hashes that the RFC gives', () => {
    expect(emptyRoot.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(leafHash('').toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })

  it('proves each leaf, and no other in its place', () => {
    for (let size = 1; size < 40; size++) {
      const all = leaves(size)
      const root = treeRoot(all)
      const paths = inclusionPaths(all, [...all.keys()])
      all.forEach((leaf, index) => {
        const path = paths[index] ?? []
        expect(rootOfPath(leaf, { index, size, path })).toEqual(root)
        expect(rootOfPath(leafHash('other'), { index, size, path })).not.toEqual(root)
        expect(rootOfPath(leaf, { index, size, path: [...path, leaf] })).toBeUndefined()
        if (size > 1) expect(rootOfPath(leaf, { index: (index + 1) % size, size, path })).not.toEqual(root)
      })
    }
  })

  it('grows leaf by leaf to the same root, also from peaks that were kept', () => {
    let tree: GrowingTree = { size: 0, peaks: [] }
    const all = leaves(300)
    all.forEach((leaf, at) => {
      grow(tree, leaf)
      tree = { size: tree.size, peaks: splitHashes(joinHashes(tree.peaks)) }
      expect(growingRoot(tree)).toEqual(treeRoot(all.slice(0, at + 1)))
    })
  })
})
