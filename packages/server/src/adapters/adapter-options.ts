/** What an adapter needs of `createMeetings`. */
export interface FetchesUnderPath<Context = unknown> {
  fetch(request: Request, context?: Context): Promise<Response>
  /** Without a slash at its end. */
  basePath: string
}

/** What an adapter can be told about its host. */
export interface AdapterOptions<HostRequest, Context> {
  /** What `authenticate` gets as `context`: the host's session, say. Left out: nothing. */
  context?(request: HostRequest): Context
  /**
   * Told what the handlers themselves cannot tell: that a function of yours around `meetings.fetch` failed (the caller
   * gets `INTERNAL`), or that the mount path does not fit `basePath`. Default: written to the console.
   */
  onError?(error: unknown): void
}
