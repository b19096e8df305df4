export type { HostSchedule, WallInterval, WeeklyHours } from '@meetings/contract'
