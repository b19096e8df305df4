/** The signed-in person, as your `authenticate` describes them. Extend it with what your `isAdmin` needs. */
export interface MeetingsUser {
  /** Stable id of the account. */
  id: string
  email?: string
  /** Only a verified address can make somebody a participant by e-mail. Missing means not verified. */
  emailVerified?: boolean
  /** Shown to others in the meeting when the booking itself holds no name for this person. */
  name?: string
  /** `'admin'` gives the default `isAdmin` its meaning. Must come from data the user cannot write. */
  role?: string
  organizationId?: string | null
}
