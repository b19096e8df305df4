/**
 * Why a request was taken for nobody's. For logs and counters on the server: the caller only ever sees a 401.
 *
 * - `credentials`: an `Authorization` header that is no single bearer token, or session cookies that cannot be read
 * - `malformed`: not a JWT, or one that asks for what nobody supports
 * - `algorithm`: an algorithm outside of `algorithms`
 * - `expired`, `not-yet-valid`: by this server's clock; many of these mean that the clock is wrong
 * - `issuer`, `audience`, `role`, `subject`: a claim that is missing or not the expected one. `issuer` for everybody
 *   means that `issuers` must be set; `role` is what an API key given as a token comes to
 * - `oauth-client`: the token was given to an application that is not in `oauthClients`
 * - `anonymous`: an anonymous sign-in, without `allowAnonymous`
 * - `unknown-key`: signed with a key the project does not publish
 * - `signature`: changed after it was signed, or signed by somebody else
 * - `rejected`: Supabase was asked and said no: forged, signed out, banned or deleted
 */
export type SupabaseRefusal =
  | 'credentials'
  | 'malformed'
  | 'algorithm'
  | 'expired'
  | 'not-yet-valid'
  | 'issuer'
  | 'audience'
  | 'role'
  | 'subject'
  | 'oauth-client'
  | 'anonymous'
  | 'unknown-key'
  | 'signature'
  | 'rejected'

/** Internal: nobody, and why. */
export interface Refused {
  refused: SupabaseRefusal
}
