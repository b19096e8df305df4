import { afterAll, beforeAll, describe, it } from 'vitest'
import { CHECKS, type CheckName } from './checks/checks.ts'
import { type Exchange, exchangeWith } from './checks/exchange.ts'
import type { Host, Mount } from './mount.ts'

/** Every check against every mount. What a mount cannot do is listed as skipped, with the reason. */
export function checkMounts(kind: string, mounts: readonly Mount[]): void {
  describe.each(mounts.map((mount) => ({ mount, title: `${kind}, ${mount.name}` })))(
    '$title',
    ({ mount }) => {
      let host: Host
      let exchange: Exchange
      beforeAll(async () => {
        host = await mount.start()
        exchange = exchangeWith(mount, host)
      }, 120_000)
      afterAll(() => host?.close())

      for (const [name, check] of Object.entries(CHECKS)) {
        const reason = mount.cannot?.[name as CheckName]
        if (reason === undefined) it(name, () => check(exchange))
        else it.skip(`${name} (impossible: ${reason})`)
      }
    },
  )
}
