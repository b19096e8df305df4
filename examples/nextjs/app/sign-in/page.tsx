import type { Metadata } from 'next'
import { SignInForm } from '../../shell/SignInForm.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <div className="narrow">
      <h1>Sign in</h1>
      <SignInForm />
    </div>
  )
}
