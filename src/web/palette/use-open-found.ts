import { useNavigate } from '@tanstack/react-router'
import { useObjects } from '../api/definitions.ts'
import type { FoundItem } from './use-found.ts'

/** Opens the file of a found record. */
export function useOpenFound(): (item: FoundItem) => void {
  const navigate = useNavigate()
  const objects = useObjects()
  return (item) => {
    const path = objects.find((object) => object.name === item.object)?.path
    if (path) void navigate({ to: '/o/$path/$id', params: { path, id: item.id } })
  }
}
