/** What most companies grade by; a beginning, to be changed and put in force one by one. Of a field the first that fits holds. */
export const starterRules = [
  {
    name: 'vip',
    field: 'tier',
    value: 'vip',
    when: { purchaseTotal: { gte: { amount: 10_000_000, currency: 'CNY' } } },
  },
  { name: 'regular', field: 'tier', value: 'ordinary', when: { purchaseCount: { gte: 1 } } },
  { name: 'lost', field: 'stage', value: 'lost', when: { lastPurchaseAt: { lt: 'today-365' } } },
  { name: 'dormant', field: 'stage', value: 'dormant', when: { lastPurchaseAt: { lt: 'today-180' } } },
  { name: 'loyal', field: 'stage', value: 'loyal', when: { purchaseCount: { gte: 5 } } },
  { name: 'repeat', field: 'stage', value: 'repeat', when: { purchaseCount: { gte: 2 } } },
  { name: 'first', field: 'stage', value: 'first', when: { purchaseCount: { gte: 1 } } },
] as const
