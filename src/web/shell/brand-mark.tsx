import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOfLogo } from '../api/look.ts'
import { sessionQuery } from '../api/session.ts'

/** The company's own picture, or the product's. */
export function BrandMark({ size, alt = '' }: { size: number; alt?: string }) {
  const { data: session } = useSuspenseQuery(sessionQuery)
  return <img className="brand-mark" src={addressOfLogo(session?.company.logo)} alt={alt} width={size} height={size} />
}
