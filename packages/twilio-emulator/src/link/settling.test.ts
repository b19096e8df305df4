import { describe, expect, it } from 'vitest'
import { createLink, otherSide, relay, type Side } from './link.ts'
import type { Description } from './peer-connection-state.ts'

/**
 * How twilio-video negotiates, without the media: it answers, and on meeting an offer it rolls back. An answer that
 * belongs to another offer than the open one is an error, as it is for a browser.
 */
class Client {
  sent: Description[] = []
  wantsMore = 0
  readonly #name: Side
  #revision = 0
  #offers = 0
  #open: string | null = null
  #mustCorrectFirstOffer: boolean

  constructor(name: Side, mustCorrectFirstOffer: boolean) {
    this.#name = name
    this.#mustCorrectFirstOffer = mustCorrectFirstOffer
  }

  publish(): void {
    this.wantsMore += 1
    if (!this.#open) this.offer()
  }

  hear({ type, revision, sdp = '' }: Description): void {
    if (type === 'answer') {
      if (!this.#open || revision !== this.#revision) return
      if (sdp !== `to ${this.#open}`) throw new Error(`${this.#name} heard ${sdp}, with ${this.#open} open.`)
      this.#correctFirstOffer()
      this.#open = null
      if (this.wantsMore > 0) this.offer()
      return
    }
    const wasOffering = this.#open
    this.#open = null
    this.#revision = revision
    this.sent.push({ type: 'answer', revision, sdp: `to ${sdp}` })
    if (wasOffering) this.offer()
  }

  get isSettled(): boolean {
    return !this.#open && this.wantsMore === 0
  }

  offer(): void {
    this.wantsMore = 0
    this.#say()
  }

  #say(): void {
    this.#revision += 1
    this.#offers += 1
    this.#open = `${this.#name} ${this.#offers}`
    this.sent.push({ type: 'offer', revision: this.#revision, sdp: this.#open })
  }

  // Before it knows the room, it offers simulcast. When the answer comes it takes that back with a new offer,
  // applies the answer to that one, and waits for no other.
  #correctFirstOffer(): void {
    if (!this.#mustCorrectFirstOffer) return
    this.#mustCorrectFirstOffer = false
    this.#say()
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
    for (let seed = 1; seed <= 500; seed += 1) negotiate(random(seed), { mustCorrect: false })
  })

  it('settle when the newcomer takes simulcast back', () => {
    for (let seed = 1; seed <= 500; seed += 1) negotiate(random(seed), { mustCorrect: true })
  })
})

/** Two clients meet and publish six times, at random moments; everything they say takes random time. */
function negotiate(next: () => number, { mustCorrect }: { mustCorrect: boolean }): void {
  const clients: Record<Side, Client> = {
    newcomer: new Client('newcomer', mustCorrect),
    elder: new Client('elder', false),
  }
  const underway: { to: Side; description: Description }[] = []
  let link = createLink('link', 'PA1', 'PA2')
  const say = (side: Side) => {
    const description = clients[side].sent.shift()
    const relayed = description && relay(link, side, { id: link.id, description })
    link = relayed?.link ?? link
    const forward = relayed?.toOther?.description
    if (forward) underway.push({ to: otherSide(side), description: forward })
  }
  const hear = (side: Side) => {
    const index = underway.findIndex(({ to }) => to === side)
    const [arrived] = index < 0 ? [] : underway.splice(index, 1)
    if (arrived) clients[side].hear(arrived.description)
  }
  // The elder knows of the newcomer by its first offer.
  clients.newcomer.offer()
  say('newcomer')
  hear('elder')
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
    } else if (chance < 0.55) say(side)
    else hear(side)
  }
  expect([clients.newcomer.isSettled, clients.elder.isSettled, link.pendingOffer]).toEqual([true, true, null])
}
