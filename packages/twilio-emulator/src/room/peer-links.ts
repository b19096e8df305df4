import {
  CREATE_OFFER,
  catchUp,
  closing,
  createLink,
  type Link,
  otherSide,
  relay,
  returned,
  sideOf,
} from '../link/link.ts'
import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type { Participant } from './participant.ts'

export interface Delivery {
  to: Participant
  state: PeerConnectionState
}

/** The links of one room: one for every pair of participants. */
export class PeerLinks {
  readonly #newId: () => string
  readonly #links = new Map<string, Link>()

  constructor(newId: () => string) {
    this.#newId = newId
  }

  list(): Link[] {
    return [...this.#links.values()]
  }

  /**
   * Links a newcomer with everybody here. Its first offer, made before it knew who is here, serves the first
   * pair; for the others it is asked for one each. With nobody here its offer is closed.
   */
  connect(
    newcomer: Participant,
    elders: readonly Participant[],
    offered: readonly PeerConnectionState[],
  ): { forNewcomer: PeerConnectionState[]; forElder(elder: Participant): PeerConnectionState[] } {
    const offers = offered.filter(
      (state) => state.description?.type === 'offer' && !this.#links.has(state.id),
    )
    const forNewcomer: PeerConnectionState[] = []
    const forElders = new Map<Participant, PeerConnectionState>()
    for (const elder of elders) {
      const offer = offers.shift()
      const link = createLink(offer?.id ?? this.#newId(), newcomer.sid, elder.sid)
      const relayed = offer && relay(link, 'newcomer', offer)
      this.#links.set(link.id, relayed?.link ?? link)
      if (relayed?.toOther) forElders.set(elder, relayed.toOther)
      else forNewcomer.push({ id: link.id, description: CREATE_OFFER })
    }
    for (const { id, description } of offers) forNewcomer.push(closing(id, description ?? null))
    return {
      forNewcomer,
      forElder: (elder) => {
        const state = forElders.get(elder)
        return state ? [state] : []
      },
    }
  }

  /** Hands on what a participant says about one of its links. Links of others, and unknown ones, are ignored. */
  relay(from: Participant, state: PeerConnectionState, present: readonly Participant[]): Delivery[] {
    const link = this.#links.get(state.id)
    const side = link && sideOf(link, from.sid)
    if (!link || !side) return []
    const peer = present.find(({ sid }) => sid === link[otherSide(side)].participantSid)
    const relayed = relay(link, side, state)
    const deliveries: Delivery[] = []
    if (relayed.toSender) deliveries.push({ to: from, state: relayed.toSender })
    if (relayed.toOther && peer) deliveries.push({ to: peer, state: relayed.toOther })
    if (relayed.link) {
      this.#links.set(link.id, relayed.link)
      return deliveries
    }
    this.#links.delete(link.id)
    const fresh = createLink(this.#newId(), link.newcomer.participantSid, link.elder.participantSid)
    this.#links.set(fresh.id, fresh)
    const newcomer = side === 'newcomer' ? from : peer
    if (newcomer) deliveries.push({ to: newcomer, state: { id: fresh.id, description: CREATE_OFFER } })
    return deliveries
  }

  /** The state of all links of somebody who comes back. Links that are not listed, the client closes. */
  catchUp(participant: Participant): PeerConnectionState[] {
    return [...this.#links.values()].flatMap((link) => {
      const side = sideOf(link, participant.sid)
      if (!side) return []
      this.#links.set(link.id, returned(link, side))
      return catchUp(link, side)
    })
  }

  /** Forgets the links of somebody who left; the answer says what each of the others must close. */
  disconnect(participant: Participant): (other: Participant) => PeerConnectionState[] {
    const closed = new Map<string, PeerConnectionState>()
    for (const link of this.#links.values()) {
      const side = sideOf(link, participant.sid)
      if (!side) continue
      this.#links.delete(link.id)
      const end = link[otherSide(side)]
      closed.set(end.participantSid, closing(link.id, end.description))
    }
    return (other) => {
      const state = closed.get(other.sid)
      return state ? [state] : []
    }
  }
}
