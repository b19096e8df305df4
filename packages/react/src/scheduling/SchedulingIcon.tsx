/** The pictures of booking, drawn as those of the page are: on 24 by 24 with a line of 1.75. */
const DRAWINGS = {
  back: 'M14.5 6.5 9 12l5.5 5.5',
  forward: 'M9.5 6.5 15 12l-5.5 5.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  check: 'M5.5 12.5l4.25 4.25L18.5 8',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.75 20a7.25 7.25 0 0 1 14.5 0',
  globe:
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.5 12h17M12 3.5c4.5 4.6 4.5 12.4 0 17M12 3.5c-4.5 4.6-4.5 12.4 0 17',
  calendar:
    'M6.5 5h11A2.5 2.5 0 0 1 20 7.5v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5v-10A2.5 2.5 0 0 1 6.5 5ZM8 3v4M16 3v4M4 10.5h16',
}

const POINTS_ALONG = new Set<keyof typeof DRAWINGS>(['back', 'forward'])

/** Decoration: words say the same beside it. Arrows turn round where people read from right to left. */
export function SchedulingIcon({ name, size = 18 }: { name: keyof typeof DRAWINGS; size?: number }) {
  return (
    <svg
      data-mirrors={POINTS_ALONG.has(name) || undefined}
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
