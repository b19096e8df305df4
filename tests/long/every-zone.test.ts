import { expect, it } from 'vitest'
import { checkChange } from '../../packages/server/test/availability/check-change.ts'
import { changesOf, type ZoneChange } from '../../packages/server/test/availability/zone-changes.ts'

const CASES_PER_CHANGE = 40

it('finds the open slots that counting minutes finds, at every change of every zone from 2026 to 2028', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const changes = zones.flatMap((timeZone): ZoneChange[] => {
    const found = changesOf(timeZone)
    // Where the clocks never change, any day is as good as another.
    return found.length > 0 ? found : [{ timeZone, at: Date.UTC(2027, 2, 14, 10) }]
  })
  const total = { cases: 0, slots: 0 }
  changes.forEach((change, index) => {
    const otherZone = zones[(index * 7) % zones.length] ?? 'UTC'
    const { cases, slots } = checkChange(change, otherZone, CASES_PER_CHANGE)
    total.cases += cases
    total.slots += slots
  })

  const unchanging = changes.filter(({ timeZone }) => changesOf(timeZone).length === 0).length
  console.log(
    `${zones.length} zones, ${changes.length - unchanging} changes and ${unchanging} zones without any: ` +
      `${total.cases} cases with ${total.slots} slots, all as counted.`,
  )
  expect(zones.length).toBeGreaterThan(400)
  expect(total.slots).toBeGreaterThan(total.cases)
}, 3_600_000)
