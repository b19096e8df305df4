/** Longer than any access token; what is longer is not worth looking at. */
const MAX_TOKEN_LENGTH = 8192

/** The token of an `Authorization: Bearer` header; `null` when there is none that looks like a JWT. */
export function bearerToken(request: Request): string | null {
  const match = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get('authorization')?.trim() ?? '')
  const token = match?.[1]
  return token !== undefined && token.length <= MAX_TOKEN_LENGTH ? token : null
}
