/** Where the company's picture is, or the product's; the address of another picture is another one. */
export function addressOfLogo(logo: string | null | undefined): string {
  return logo ? `/api/look/logo?logo=${logo}` : '/favicon.svg'
}
