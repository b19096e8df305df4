import type { Description, IceState, PeerConnectionState } from './peer-connection-state.ts'

/** The one peer connection between two participants; both know it by the same id. Immutable. */
export interface Link {
  readonly id: string
  /** Who came later, and so makes the first offer. */
  readonly newcomer: LinkEnd
  readonly elder: LinkEnd
  /** An offer that was handed over and has no answer yet. */
  readonly pendingOffer: { readonly from: Side; readonly revision: number } | null
}

export type Side = 'newcomer' | 'elder'

export interface LinkEnd {
  readonly participantSid: string
  /** The last description and candidates handed over from this end, kept for somebody who was away. */
  readonly description: Description | null
  readonly ice: IceState | null
}

export interface Relay {
  readonly link: Link
  /** What the other end is to be told; null when there is nothing new, or when it must not hear it. */
  readonly forward: PeerConnectionState | null
  /** This end gave the connection up; the pair needs a new link. */
  readonly isClosed: boolean
}

export function createLink(id: string, newcomerSid: string, elderSid: string): Link {
  return { id, newcomer: emptyEnd(newcomerSid), elder: emptyEnd(elderSid), pendingOffer: null }
}

/** Which end of the link a participant holds; null for a stranger. */
export function sideOf(link: Link, participantSid: string): Side | null {
  if (link.newcomer.participantSid === participantSid) return 'newcomer'
  return link.elder.participantSid === participantSid ? 'elder' : null
}

export function otherSide(side: Side): Side {
  return side === 'newcomer' ? 'elder' : 'newcomer'
}

/**
 * Hands on what one end says. Stale revisions are dropped, and so is an offer that meets an unanswered offer of
 * the other end: the client that made it rolls back, answers, and offers again by itself. If both offers were
 * handed over, both ends would roll back and offer again without end.
 */
export function relay(link: Link, from: Side, state: PeerConnectionState): Relay {
  const end = link[from]
  const description =
    state.description && isNews(state.description, end.description) ? state.description : null
  const heard = description && !isGlare(link, from, description) ? description : null
  const ice = state.ice && isNewerIce(state.ice, end.ice) ? state.ice : null
  if (!heard && !ice) return { link, forward: null, isClosed: false }
  const next: Link = {
    ...link,
    [from]: { ...end, description: heard ?? end.description, ice: ice ?? end.ice },
    pendingOffer: heard ? pendingAfter(link, from, heard) : link.pendingOffer,
  }
  const forward = { id: link.id, ...(heard && { description: heard }), ...(ice && { ice }) }
  return { link: next, forward, isClosed: heard?.type === 'close' }
}

/** All that one end must know about the other, for somebody who was away. */
export function catchUp(link: Link, side: Side): PeerConnectionState {
  const { description, ice } = link[otherSide(side)]
  const isUntouched = !description && !link[side].description
  return {
    id: link.id,
    ...(description && { description }),
    ...(isUntouched && side === 'newcomer' && { description: CREATE_OFFER }),
    ...(ice && { ice }),
  }
}

/** Asks a client for the first offer of a new link. Its offer then has revision 2. */
export const CREATE_OFFER: Description = { type: 'create-offer', revision: 1 }

function emptyEnd(participantSid: string): LinkEnd {
  return { participantSid, description: null, ice: null }
}

function isNews(description: Description, last: Description | null): boolean {
  if (!last || description.revision > last.revision) return true
  // An answer carries the revision of the offer it answers, which may be this end's own last one after a rollback.
  return description.revision === last.revision && description.type !== last.type
}

function isGlare(link: Link, from: Side, description: Description): boolean {
  return description.type === 'offer' && link.pendingOffer?.from === otherSide(from)
}

function isNewerIce(ice: IceState, last: IceState | null): boolean {
  return !last || ice.ufrag !== last.ufrag || ice.revision > last.revision
}

function pendingAfter(link: Link, from: Side, description: Description): Link['pendingOffer'] {
  if (description.type === 'offer') return { from, revision: description.revision }
  const pending = link.pendingOffer
  const isAnswered =
    description.type === 'answer' &&
    pending?.from === otherSide(from) &&
    description.revision >= pending.revision
  return isAnswered ? null : pending
}
