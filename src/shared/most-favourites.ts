/** So many can be found at a glance, and are shown at once. */
export const mostFavourites = 100
