/** What Twilio said, reduced to what decides the next step. */
export interface RestAnswer {
  status: number
  /** Twilio's own error code, when the body holds one. */
  code: number | null
  retryAfterSeconds: number | undefined
}

/** Reads an answer loosely: a proxy in between may answer with anything. Rejects when the body breaks off. */
export async function readAnswer(response: Response): Promise<RestAnswer> {
  const { status, headers } = response
  if (response.ok) {
    // What the room looks like now is of no interest, but a body left unread would cost the connection.
    await response.arrayBuffer()
    return { status, code: null, retryAfterSeconds: undefined }
  }
  return {
    status,
    code: codeIn(await response.text()),
    retryAfterSeconds: secondsIn(headers.get('retry-after')),
  }
}

function codeIn(body: string): number | null {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || !('code' in value)) return null
    return Number.isInteger(value.code) ? Number(value.code) : null
  } catch {
    return null
  }
}

function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : undefined
}
