import type { BookingsMessages } from '../en/bookings.ts'

export const arBookings: BookingsMessages = {
  myMeetings: 'اجتماعاتي',

  scopeLabel: 'عرض الاجتماعات',
  scopeUpcoming: 'القادمة',
  scopePast: 'السابقة',
  scopeCancelled: 'الملغاة',
  scopeAll: 'الكل',

  statusConfirmed: 'مؤكد',
  statusInProgress: 'جارٍ الآن',
  statusCompleted: 'مكتمل',
  statusCancelled: 'ملغى',
  statusOver: 'انتهى',

  dateAtTime: '{date} في {time}',
  withPeople: 'مع {people}',

  starts: 'يبدأ {relative}',
  startsNow: 'يبدأ الآن',
  started: 'بدأ {relative}',
  ends: 'ينتهي {relative}',

  joinVideoCall: 'الانضمام إلى مكالمة الفيديو',
  joining: 'جارٍ الانضمام…',
  returnToCall: 'العودة إلى المكالمة',
  availableBeforeStart: 'يتاح الانضمام قبل البدء بمدة {duration}',
  availableAtStart: 'يتاح الانضمام في وقت البدء',

  loading: 'جارٍ تحميل اجتماعاتك',
  updating: 'جارٍ التحديث',
  updateFailed: 'تعذر تحديث هذه القائمة، وقد تكون قديمة.',
  offline: 'أنت غير متصل بالإنترنت. تُحدَّث القائمة عند عودة الاتصال.',
  showMore: 'عرض المزيد',
  loadingMore: 'جارٍ تحميل المزيد',
  failed: 'حدث خطأ ما. تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى.',
  retry: 'إعادة المحاولة',
  bookMeeting: 'حجز اجتماع',
  showUpcoming: 'عرض الاجتماعات القادمة',
  emptyUpcoming: 'ليست لديك اجتماعات قادمة.',
  emptyPast: 'ليست لديك اجتماعات سابقة.',
  emptyCancelled: 'ليست لديك اجتماعات ملغاة.',
  emptyAll: 'ليست لديك اجتماعات.',
}
