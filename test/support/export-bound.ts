import type { House } from './house.ts'

/** How many plain records leave without a signature; the company's default is 250. */
export async function setExportBound(house: House, exportBound: number): Promise<void> {
  const companies = house.system().recordsNamed('company')
  const [company] = (await companies.list({ limit: 1 })).items
  await companies.update(company?.id ?? '', { exportBound })
}
