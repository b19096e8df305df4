/** Who meets, and one more guest. The key stands for the person's sign-in. */
export const PEOPLE = {
  host: { id: 'b6c9a1de-0000-4000-8000-00000000000a', name: 'Sam Okafor', email: 'sam@harbor.example' },
  customer: { id: 'b6c9a1de-0000-4000-8000-00000000000b', name: 'Alex Rivera', email: 'alex@harbor.example' },
  guest: { id: 'b6c9a1de-0000-4000-8000-00000000000c', name: 'Kim Ito', email: 'kim@harbor.example' },
  otherGuest: { id: 'b6c9a1de-0000-4000-8000-00000000000d', name: 'Lou Berg', email: 'lou@harbor.example' },
} as const

export type PersonKey = keyof typeof PEOPLE
