/** What a request for approval can give beside the change: why, where it comes from, and what proves it. */
export const groundsParts = ['reason', 'source', 'files'] as const
export type GroundsPart = (typeof groundsParts)[number]

/** The header that brings them: JSON, percent-encoded as headers hold no Chinese. */
export const groundsHeader = 'X-Dossier-Grounds'

/** In place of grounds: whoever sits at a page is asked for them first, where the house's rules have the change wait. */
export const asksForGrounds = 'ask'
