import Link from 'next/link'

const TOPICS = [
  {
    title: 'Your pension in three numbers',
    text: 'What you will have, what you will need, and what closes the gap.',
  },
  { title: 'Buying a first home', text: 'How much to put down, how long to fix the rate, and when to wait.' },
  { title: 'Leaving a job with shares', text: 'Options, vesting and the dates that matter, in plain words.' },
]

export default function OverviewPage() {
  return (
    <>
      <section className="hero">
        <h1>Good advice starts with a conversation.</h1>
        <p>
          Meet your adviser by video, right here. Your next meeting opens fifteen minutes before it starts,
          and the call stays with you while you look things up.
        </p>
        <Link href="/meetings" className="button button-strong">
          See my meetings
        </Link>
      </section>
      <section aria-labelledby="reading">
        <h2 id="reading">Before you meet</h2>
        <ul className="topics">
          {TOPICS.map(({ title, text }) => (
            <li key={title} className="card">
              <h3>{title}</h3>
              <p className="muted">{text}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
