import { useLocation } from '@tanstack/react-router'
import { Star } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { useDestinations } from '../shell/destinations.tsx'
import { IconButton } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { isSameStarred, type Starred, useFavouriteActions, useFavourites } from './favourites.ts'

/** Keeps something at hand, or no longer. */
export function FavouriteStar({ what }: { what: Starred }) {
  const { object } = useFavourites()
  return object ? <StarButton object={object} what={what} /> : null
}

function StarButton({ object, what }: { object: ObjectWire; what: Starred }) {
  const { t } = useWords()
  const { isKnown, items } = useFavourites()
  const { add, remove } = useFavouriteActions(object)
  const kept = items.find((one) => isSameStarred(one, what))
  return (
    <IconButton
      icon={Star}
      label={t('favourite.star')}
      pressed={kept !== undefined}
      disabled={!isKnown}
      onClick={() => (kept ? remove(kept) : add(what))}
    />
  )
}

/** The star of a page that stands in the navigation. */
export function PageStar() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const isPlace = useDestinations().some((place) => place.path === path)
  return isPlace ? <FavouriteStar what={{ page: path }} /> : null
}
