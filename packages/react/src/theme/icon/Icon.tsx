/** The few pictures that load with the page, drawn on 24 by 24 with a line of 1.75. The call brings its own. */
const DRAWINGS = {
  alert: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7.5v5M12 16.25v.01',
  calendar:
    'M6.5 5h11A2.5 2.5 0 0 1 20 7.5v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5v-10A2.5 2.5 0 0 1 6.5 5ZM8 3v4M16 3v4M4 10.5h16M8.5 15h3',
  offline:
    'M4 4l16 16M8.75 16a4.8 4.8 0 0 1 6.5 0M5 12.25a10 10 0 0 1 4.6-2.5M19 12.25a10 10 0 0 0-4.6-2.6M2 8.5a15 15 0 0 1 4.1-2.6M22 8.5A15 15 0 0 0 10.6 5M12 19.5v.01',
}

/** A picture of our own set, in the colour of the text. Decoration: words say the same beside it. */
export function Icon({ name, size = 20 }: { name: keyof typeof DRAWINGS; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
