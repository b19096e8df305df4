import { CREATE_OFFER, catchUp, createLink, type Link, otherSide, relay, sideOf } from '../link/link.ts'
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

  get size(): number {
    return this.#links.size
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
      if (offer) {
        const relayed = relay(link, 'newcomer', offer)
        this.#links.set(link.id, relayed.link)
        if (relayed.forward) forElders.set(elder, relayed.forward)
      } else {
        this.#links.set(link.id, link)
        forNewcomer.push({ id: link.id, description: CREATE_OFFER })
      }
    }
    for (const { id, description } of offers) {
      forNewcomer.push({ id, description: { type: 'close', revision: (description?.revision ?? 0) + 1 } })
    }
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
    const relayed = relay(link, side, state)
    this.#links.set(link.id, relayed.link)
    const peer = present.find(({ sid }) => sid === link[otherSide(side)].participantSid)
    const deliveries: Delivery[] = peer && relayed.forward ? [{ to: peer, state: relayed.forward }] : []
    if (!relayed.isClosed) return deliveries
    this.#links.delete(link.id)
    return peer ? [...deliveries, this.#relink(link, present)] : deliveries
  }

  /** The state of all links of somebody who was away. Links that are not listed, the client closes. */
  catchUp(participant: Participant): PeerConnectionState[] {
    const states: PeerConnectionState[] = []
    for (const link of this.#links.values()) {
      const side = sideOf(link, participant.sid)
      if (side) states.push(catchUp(link, side))
    }
    return states
  }

  /** Forgets the links of somebody who left; the answer says what each of the others must close. */
  disconnect(participant: Participant): (other: Participant) => PeerConnectionState[] {
    const closed = new Map<string, PeerConnectionState>()
    for (const link of this.#links.values()) {
      const side = sideOf(link, participant.sid)
      if (!side) continue
      this.#links.delete(link.id)
      const end = link[otherSide(side)]
      const revision = (end.description?.revision ?? 0) + 1
      closed.set(end.participantSid, { id: link.id, description: { type: 'close', revision } })
    }
    return (other) => {
      const state = closed.get(other.sid)
      return state ? [state] : []
    }
  }

  #relink(old: Link, present: readonly Participant[]): Delivery {
    const link = createLink(this.#newId(), old.newcomer.participantSid, old.elder.participantSid)
    this.#links.set(link.id, link)
    const newcomer = present.find(({ sid }) => sid === link.newcomer.participantSid)
    if (!newcomer) throw new Error('A link outlived its participant.')
    return { to: newcomer, state: { id: link.id, description: CREATE_OFFER } }
  }
}
