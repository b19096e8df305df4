'use client'
import { useFeedbackRequest } from './useFeedbackRequest.ts'

/** See `useFeedbackRequest`; a component, because its code comes later than the call's. */
export function FeedbackRequest() {
  useFeedbackRequest()
  return null
}
