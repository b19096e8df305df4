import { expect, it } from 'vitest'
import { browserDeviceMemory } from './browser-device-memory.ts'
import { NOTHING_REMEMBERED } from './device-memory.ts'

function storage(items = new Map<string, string>()): Storage {
  const fake: Pick<Storage, 'getItem' | 'setItem'> = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  }
  return fake as Storage
}

const choice = { ...NOTHING_REMEMBERED, microphone: 'headset', background: 'blur', joinsMuted: true }

it('remembers from one visit to the next', () => {
  const kept = storage()
  browserDeviceMemory(() => kept).write(choice)
  expect(browserDeviceMemory(() => kept).read()).toEqual(choice)
})

it.each(['', 'not json', 'null', '7', '{"microphone":7,"camera":"","joinsMuted":"yes"}'])(
  'takes a broken memory (%s) for none',
  (text) => {
    const memory = browserDeviceMemory(() => storage(new Map([['meetings:devices', text]])))
    expect(memory.read()).toEqual(NOTHING_REMEMBERED)
  },
)

it('works where storage is blocked or full', () => {
  const blocked = browserDeviceMemory(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  })
  blocked.write(choice)
  expect(blocked.read()).toEqual(NOTHING_REMEMBERED)
})
