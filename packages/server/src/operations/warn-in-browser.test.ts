import { afterEach, describe, expect, it, vi } from 'vitest'
import { world } from '../../test/world.ts'

function warnings(): string[] {
  const said: string[] = []
  world({ logger: { error: () => {}, warn: (_, message) => said.push(message) } })
  return said
}

describe('server code in a browser', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('says that it must not be there', () => {
    vi.stubGlobal('window', {})
    vi.stubGlobal('document', {})
    expect(warnings()).toEqual([expect.stringContaining('running in a browser')])
  })

  it('is not seen where only one of the names exists, as on some servers', () => {
    expect(warnings()).toEqual([])
    vi.stubGlobal('window', {})
    expect(warnings()).toEqual([])
  })
})
