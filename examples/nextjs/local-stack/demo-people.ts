/** The people of the demo. Their passwords are public: they exist only in the local stack. */
export const DEMO_PASSWORD = 'demo-password'

const HARBOR = '7d1f0a52-3f54-4c1e-9b7a-0a1de0a1b001'
const NORTHWIND = '7d1f0a52-3f54-4c1e-9b7a-0a1de0a1b002'

export interface DemoPerson {
  key: 'alex' | 'sam' | 'priya' | 'noor' | 'dana' | 'lou' | 'robin'
  name: string
  email: string
  /** What they are in the demo, in a few words. */
  part: string
  /** `null`: a person of their own, in no organisation. */
  organizationId: string | null
  role: 'member' | 'admin'
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'alex',
    name: 'Alex Rivera',
    email: 'alex@harbor.example',
    part: 'customer',
    organizationId: HARBOR,
    role: 'member',
  },
  {
    key: 'sam',
    name: 'Sam Okafor',
    email: 'sam@harbor.example',
    part: 'host',
    organizationId: HARBOR,
    role: 'member',
  },
  {
    key: 'priya',
    name: 'Priya Nair',
    email: 'priya@harbor.example',
    part: 'another host',
    organizationId: HARBOR,
    role: 'member',
  },
  {
    key: 'noor',
    name: 'Noor Haddad',
    email: 'noor@harbor.example',
    part: 'host on duty, free at any hour',
    organizationId: HARBOR,
    role: 'member',
  },
  {
    key: 'dana',
    name: 'Dana Lindqvist',
    email: 'dana@harbor.example',
    part: 'admin of the same organisation',
    organizationId: HARBOR,
    role: 'admin',
  },
  {
    key: 'lou',
    name: 'Lou Berg',
    email: 'lou@mail.example',
    part: 'guest of the consultation, waits to be let in',
    organizationId: null,
    role: 'member',
  },
  {
    key: 'robin',
    name: 'Robin Vale',
    email: 'robin@northwind.example',
    part: 'stranger from another organisation',
    organizationId: NORTHWIND,
    role: 'admin',
  },
]

export function personOf(key: DemoPerson['key']): DemoPerson {
  const person = DEMO_PEOPLE.find((candidate) => candidate.key === key)
  if (!person) throw new Error(`There is no demo person called ${key}.`)
  return person
}
