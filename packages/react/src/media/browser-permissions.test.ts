import { expect, it } from 'vitest'
import { browserPermissions } from './browser-permissions.ts'
import type { DevicePermissions } from './media-device.ts'

/** A browser's permissions, as far as they are used. */
function fakePermissions(states: Partial<Record<string, PermissionState>>) {
  const statuses = new Map<string, EventTarget & { state: PermissionState }>()
  for (const [name, state] of Object.entries(states)) {
    if (state) statuses.set(name, Object.assign(new EventTarget(), { state }))
  }
  const query = async ({ name }: PermissionDescriptor) => {
    const status = statuses.get(name)
    if (!status) throw new TypeError(`${name} is not a permission`)
    return status
  }
  return {
    permissions: { query } as unknown as Permissions,
    become(name: string, state: PermissionState) {
      const status = statuses.get(name)
      if (status) status.state = state
      status?.dispatchEvent(new Event('change'))
    },
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve))

it('tells what is known, and every change, until it is stopped', async () => {
  const { permissions, become } = fakePermissions({ microphone: 'granted', camera: 'prompt' })
  const told: DevicePermissions[] = []
  const stop = browserPermissions(() => permissions).watch((next) => told.push(next))
  await soon()
  become('camera', 'denied')
  stop()
  become('camera', 'granted')
  expect(told).toEqual([
    { microphone: 'granted', camera: 'prompt' },
    { microphone: 'granted', camera: 'denied' },
  ])
})

it('says nothing when it was stopped before it knew', async () => {
  const told: DevicePermissions[] = []
  const { permissions } = fakePermissions({ microphone: 'granted' })
  browserPermissions(() => permissions).watch((next) => told.push(next))()
  await soon()
  expect(told).toEqual([])
})

it('does not know where a browser does not tell: no such permission, or no permissions at all', async () => {
  const { permissions } = fakePermissions({ microphone: 'prompt' })
  const reader = browserPermissions(() => permissions)
  expect([await reader.read('microphone'), await reader.read('camera')]).toEqual(['prompt', 'unknown'])
  expect(await browserPermissions(() => undefined).read('camera')).toBe('unknown')
})
