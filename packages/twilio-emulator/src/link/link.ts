import type { Description, IceState, PeerConnectionState } from './peer-connection-state.ts'

/** The one peer connection between two participants; both know it by the same id. Immutable. */
export interface Link {
  readonly id: string
  /** Who came later, and so makes the first offer. */
  readonly newcomer: LinkEnd
  readonly elder: LinkEnd
  /** An offer that was handed over and has no answer yet. */
  readonly pendingOffer: PendingOffer | null
}

interface PendingOffer {
  readonly from: Side
  readonly revision: number
  /** Who must answer was away meanwhile: the answer may have been lost with the old connection. */
  readonly mayBeAnswered: boolean
}

export type Side = 'newcomer' | 'elder'

/** What was handed over from one end, kept for an other end that was away. */
interface LinkEnd {
  readonly participantSid: string
  readonly description: Description | null
  readonly answer: Description | null
  readonly ice: IceState | null
}

export interface Relay {
  /** Null when the connection cannot go on and the pair needs a new one. */
  readonly link: Link | null
  readonly toOther: PeerConnectionState | null
  readonly toSender: PeerConnectionState | null
}

/** Asks a client for the first offer of a new link. Its offer then has revision 2. */
export const CREATE_OFFER: Description = { type: 'create-offer', revision: 1 }

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

/** Tells a client to give this link up. */
export function closing(id: string, last: Description | null): PeerConnectionState {
  return { id, description: { type: 'close', revision: (last?.revision ?? 0) + 1 } }
}

/**
 * Hands on what one end says. Stale revisions are dropped, and so is an offer that meets an unanswered offer of
 * the other end: the client that made it rolls back, answers, and offers again by itself. If both offers were
 * handed over, both ends would roll back and offer again without end. Its revision does not matter: a client that
 * takes simulcast out of its first offer counts one offer more than it waits for.
 */
export function relay(link: Link, from: Side, state: PeerConnectionState): Relay {
  const end = link[from]
  const description = newDescription(link, from, state.description)
  if (description && isStuck(link, from, description)) return giveUp(link, from)
  const ice = state.ice && isNewerIce(state.ice, end.ice) ? state.ice : null
  if (!description && !ice) return { link, toOther: null, toSender: null }
  const toOther = { id: link.id, ...(description && { description }), ...(ice && { ice }) }
  if (description?.type === 'close') return { link: null, toOther, toSender: null }
  const next: Link = {
    ...link,
    [from]: {
      ...end,
      description: description ?? end.description,
      answer: description?.type === 'answer' ? description : end.answer,
      ice: ice ?? end.ice,
    },
    pendingOffer: description ? pendingAfter(link, from, description) : link.pendingOffer,
  }
  return { link: next, toOther, toSender: null }
}

/** One end was away. Clients do not repeat an answer that they gave meanwhile. */
export function returned(link: Link, side: Side): Link {
  const pending = link.pendingOffer
  return pending?.from === otherSide(side)
    ? { ...link, pendingOffer: { ...pending, mayBeAnswered: true } }
    : link
}

/** All that one end must hear about the other when it comes back, in this order. */
export function catchUp(link: Link, side: Side): PeerConnectionState[] {
  const { id } = link
  const near = link[side]
  const { description, answer, ice } = link[otherSide(side)]
  if (!description) {
    const isUntouched = side === 'newcomer' && !near.description
    return [{ id, ...(isUntouched && { description: CREATE_OFFER }), ...(ice && { ice }) }]
  }
  // The other end may have answered and then offered; who did not hear the answer needs it first.
  const isAnswerDue = answer && answer !== description && answer.revision === near.description?.revision
  return [...(isAnswerDue ? [{ id, description: answer }] : []), { id, description, ...(ice && { ice }) }]
}

function emptyEnd(participantSid: string): LinkEnd {
  return { participantSid, description: null, answer: null, ice: null }
}

function newDescription(link: Link, from: Side, description: Description | undefined): Description | null {
  const last = link[from].description
  if (!description || (last && description.revision <= last.revision)) return null
  const isGlare =
    description.type === 'offer' && isPendingFor(link, from) && !isBeyondLostAnswer(link, description)
  return isGlare ? null : description
}

function isPendingFor(link: Link, side: Side): boolean {
  return link.pendingOffer?.from === otherSide(side)
}

// Who was away and offers beyond a pending offer has answered it.
function isBeyondLostAnswer({ pendingOffer }: Link, { revision }: Description): boolean {
  return pendingOffer?.mayBeAnswered === true && revision > pendingOffer.revision
}

function isNewerIce(ice: IceState, last: IceState | null): boolean {
  return !last || ice.ufrag !== last.ufrag || ice.revision > last.revision
}

// An answer was lost. In general that does no harm: handed over, the offer beyond it makes the other end roll back.
// But an end whose very first offer is open waits for that answer and for nothing else, so such a link is lost.
function isStuck(link: Link, from: Side, description: Description): boolean {
  const wasAnswered = link.newcomer.answer || link.elder.answer
  return description.type === 'offer' && isPendingFor(link, from) && !wasAnswered
}

function giveUp(link: Link, from: Side): Relay {
  return {
    link: null,
    toOther: closing(link.id, link[otherSide(from)].description),
    toSender: closing(link.id, link[from].description),
  }
}

function pendingAfter(link: Link, from: Side, description: Description): Link['pendingOffer'] {
  if (description.type === 'offer') return { from, revision: description.revision, mayBeAnswered: false }
  const pending = link.pendingOffer
  const isAnswered =
    description.type === 'answer' &&
    pending?.from === otherSide(from) &&
    description.revision >= pending.revision
  return isAnswered ? null : pending
}
