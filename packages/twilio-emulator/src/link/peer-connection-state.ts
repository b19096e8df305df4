/**
 * What two people say about their connection, on the wire. The server hands descriptions and candidates over
 * unread and unchanged; only types and revisions matter to it.
 */
export interface PeerConnectionState {
  readonly id: string
  readonly description?: Description
  readonly ice?: IceState
}

export interface Description {
  readonly type: 'offer' | 'answer' | 'pranswer' | 'create-offer' | 'close'
  readonly revision: number
  readonly sdp?: string
}

export interface IceState {
  /** All candidates so far for this `ufrag`, not only the new ones. */
  readonly candidates: readonly unknown[]
  readonly ufrag: string
  readonly revision: number
  readonly complete?: boolean
}
