import { describe, expect, it } from 'vitest'
import { createLink, type Link, otherSide, relay, type Side } from './link.ts'
import type { Description } from './peer-connection-state.ts'

/** How twilio-video negotiates, without the media: it answers, and on meeting an offer it rolls back. */
class Client {
  sent: Description[] = []
  wantsMore = 0
  #revision = 0
  #isOffering = false

  publish(): void {
    this.wantsMore += 1
    if (!this.#isOffering) this.#offer()
  }

  hear({ type, revision }: Description): void {
    if (type === 'answer') {
      if (!this.#isOffering || revision !== this.#revision) return
      this.#isOffering = false
      if (this.wantsMore > 0) this.#offer()
      return
    }
    const wasOffering = this.#isOffering
    this.#isOffering = false
    this.#revision = revision
    this.sent.push({ type: 'answer', revision })
    if (wasOffering) this.#offer()
  }

  get isSettled(): boolean {
    return !this.#isOffering && this.wantsMore === 0
  }

  #offer(): void {
    this.wantsMore = 0
    this.#isOffering = true
    this.#revision += 1
    this.sent.push({ type: 'offer', revision: this.#revision })
  }
}

/** Small, seeded and good enough to mix up an order. */
function random(seed: number): () => number {
  let value = seed * 2_654_435_761
  return () => {
    value = (Math.imul(value ^ (value >>> 15), 2_246_822_519) + 0x9e3779b9) | 0
    return (value >>> 0) / 2 ** 32
  }
}

describe('two clients that publish whenever they like', () => {
  it('settle, in whatever order their messages arrive', () => {
    for (let seed = 1; seed <= 500; seed += 1) negotiate(random(seed))
  })
})

/** Two clients publish six times, at random moments; everything they say takes random time. */
function negotiate(next: () => number): void {
  const clients: Record<Side, Client> = { newcomer: new Client(), elder: new Client() }
  const underway: { to: Side; description: Description }[] = []
  let link = settled()
  let publications = 6
  const isBusy = () =>
    publications + underway.length + clients.newcomer.sent.length + clients.elder.sent.length > 0
  for (let steps = 0; isBusy(); steps += 1) {
    if (steps > 500) throw new Error('They negotiate without end.')
    const side: Side = next() < 0.5 ? 'newcomer' : 'elder'
    const chance = next()
    if (chance < 0.1 && publications > 0) {
      publications -= 1
      clients[side].publish()
    } else if (chance < 0.55) {
      const description = clients[side].sent.shift()
      if (!description) continue
      const relayed = relay(link, side, { id: link.id, description })
      link = relayed.link ?? link
      const forward = relayed.toOther?.description
      if (forward) underway.push({ to: otherSide(side), description: forward })
    } else {
      const index = underway.findIndex(({ to }) => to === side)
      const [arrived] = index < 0 ? [] : underway.splice(index, 1)
      if (arrived) clients[side].hear(arrived.description)
    }
  }
  expect([clients.newcomer.isSettled, clients.elder.isSettled, link.pendingOffer]).toEqual([true, true, null])
}

function settled(): Link {
  const first = { type: 'offer', revision: 0 } as const
  const offered = relay(createLink('link', 'PA1', 'PA2'), 'newcomer', { id: 'link', description: first })
  const answer = { type: 'answer', revision: 0 } as const
  const answered = offered.link && relay(offered.link, 'elder', { id: 'link', description: answer })
  if (!answered?.link) throw new Error('The first offer was not answered.')
  return answered.link
}
