import type { MeetingType } from '@meetings/contract'
import { SAMPLE_MEETING_TYPE } from '../../src/testing/memory-scheduling.ts'

/** Two kinds of meeting: a short one with two hosts, and one that asks questions. */
export const SAMPLE_TYPES: readonly MeetingType[] = [
  {
    ...SAMPLE_MEETING_TYPE,
    description: 'Half an hour to look at your case and find out how we can help.',
    hosts: [
      { id: 'sam', name: 'Sam Rivera' },
      { id: 'kim', name: 'Kim Okafor' },
    ],
  },
  {
    ...SAMPLE_MEETING_TYPE,
    id: 'review',
    name: 'Contract review',
    durationMinutes: 60,
    questions: [
      { id: 'company', label: 'Company', type: 'text', required: true },
      {
        id: 'topic',
        label: 'What is it about?',
        type: 'choice',
        required: true,
        options: ['New contract', 'Renewal'],
      },
      { id: 'consent', label: 'You may record this meeting.', type: 'checkbox', required: true },
    ],
  },
]
