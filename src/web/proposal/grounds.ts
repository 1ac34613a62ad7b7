/** As many characters as the server takes. */
export const longestGrounds = 500
