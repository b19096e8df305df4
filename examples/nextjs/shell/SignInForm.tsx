'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useAuth } from '../providers/AuthProvider.tsx'

export function SignInForm() {
  const { demo, signIn } = useAuth()
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function enter(email: string, password: string) {
    setIsBusy(true)
    const wrong = await signIn(email, password)
    setIsBusy(false)
    setProblem(wrong)
    if (!wrong) router.push('/meetings')
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void enter(String(form.get('email')), String(form.get('password')))
  }

  return (
    <>
      {demo && (
        <section className="card" aria-labelledby="demo-people">
          <h2 id="demo-people">Demo people</h2>
          <ul className="people">
            {demo.people.map(({ name, email, part }) => (
              <li key={email}>
                <button
                  type="button"
                  className="person"
                  disabled={isBusy}
                  onClick={() => void enter(email, demo.password)}
                >
                  <span>{name}</span>
                  <span className="muted">{part}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form className="card form" onSubmit={submit}>
        <label>
          E-mail
          <input name="email" type="email" autoComplete="username" required />
        </label>
        <label>
          Password
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {problem && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
        <button type="submit" className="button button-strong" disabled={isBusy}>
          Sign in
        </button>
      </form>
    </>
  )
}
