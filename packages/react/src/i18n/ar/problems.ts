import type { ProblemMessages } from '../en/problems.ts'

const askSupport = 'إذا تكرر ذلك، فأرسل التفاصيل أدناه إلى الدعم.'
const waitAndRetry = 'انتظر لحظة ثم حاول مرة أخرى.'
const checkConnection = 'تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى.'

export const arProblems: ProblemMessages = {
  retry: 'إعادة المحاولة',
  details: 'التفاصيل',

  UNAUTHENTICATED: { title: 'لم تعد مسجل الدخول.', action: 'سجل الدخول ثم حاول مرة أخرى.' },
  ORIGIN_REJECTED: {
    title: 'لا يُسمح لهذه الصفحة باستخدام الاجتماعات.',
    action: 'افتح التطبيق من عنوانه المعتاد.',
  },
  ACTION_FORBIDDEN: {
    title: 'لا يمكن لغير مضيف هذا الاجتماع فعل ذلك.',
    action: 'اطلب ذلك من المضيف.',
  },
  BOOKING_NOT_FOUND: {
    title: 'لم نعثر على هذا الاجتماع.',
    action: 'ربما حُذف أو أنه يخص حسابًا آخر. تحقق من الحساب الذي سجلت الدخول به.',
  },
  ROUTE_NOT_FOUND: { title: 'الاجتماعات غير متاحة على هذا العنوان.', action: askSupport },
  METHOD_NOT_ALLOWED: { title: 'لم يُقبل هذا الطلب.', action: askSupport },
  JOIN_TOO_EARLY: {
    title: 'لم يحن وقت الانضمام إلى هذا الاجتماع بعد.',
    action: 'عُد بعد قليل. سيصبح الزر متاحًا من تلقاء نفسه.',
  },
  BOOKING_ENDED: { title: 'انتهى هذا الاجتماع.', action: 'احجز اجتماعًا جديدًا للتحدث مرة أخرى.' },
  BOOKING_CANCELLED: { title: 'أُلغي هذا الاجتماع.', action: 'احجز اجتماعًا جديدًا للتحدث.' },
  REMOVED_FROM_MEETING: {
    title: 'أخرجك المضيف من هذا الاجتماع.',
    action: 'لا يمكن لغير المضيف السماح لك بالعودة. تواصل معه بطريقة أخرى.',
  },
  HOST_REFUSED: {
    title: 'هذا غير مسموح.',
    action: 'تواصل مع الجهة المسؤولة عن هذا التطبيق.',
    preferServerTitle: true,
  },
  PARTICIPANT_NOT_FOUND: {
    title: 'لم نعثر على هذا الشخص في الاجتماع.',
    action: 'ربما لم ينضم بعد. افتح قائمة الأشخاص من جديد.',
  },
  WAITING_FOR_ADMISSION: {
    title: 'لم يسمح لك المضيف بالدخول بعد.',
    action: 'ابقَ هنا: ستنضم فور السماح لك بالدخول.',
  },
  MEETING_LOCKED: {
    title: 'أقفل المضيف هذا الاجتماع.',
    action: 'اطلب من المضيف فتحه ثم حاول مرة أخرى.',
  },
  PAYLOAD_TOO_LARGE: { title: 'الطلب أكبر من اللازم.', action: 'اختصر النص ثم حاول مرة أخرى.' },
  UNSUPPORTED_MEDIA_TYPE: { title: 'لم يُفهم الطلب.', action: askSupport },
  BODY_UNREADABLE: { title: 'لم يُفهم الطلب.', action: askSupport },
  VALIDATION_FAILED: {
    title: 'بعض المعلومات ناقصة أو غير صحيحة.',
    action: 'أعد تحميل الصفحة ثم حاول مرة أخرى.',
  },
  RATE_LIMITED: { title: 'تكررت المحاولة أكثر من اللازم.', action: waitAndRetry },
  CONFIG_INVALID: { title: 'لم تُضبط إعدادات الاجتماعات بشكل صحيح.', action: askSupport },
  INTERNAL: { title: 'حدث خطأ من جانبنا.', action: waitAndRetry },
  VIDEO_UNAVAILABLE: { title: 'تعذر الوصول إلى خدمة الفيديو.', action: waitAndRetry },
  STORE_UNAVAILABLE: { title: 'تعذر الوصول إلى الاجتماعات حاليًا.', action: waitAndRetry },
  NETWORK_UNREACHABLE: { title: 'تعذر الوصول إلى الخادم.', action: checkConnection },
  UNEXPECTED_ANSWER: { title: 'أرسل الخادم ردًا لا نفهمه.', action: waitAndRetry },
  SUPERSEDED: { title: 'حلت محاولة أحدث محل هذه المحاولة.', action: 'لا يلزم فعل أي شيء.' },
  CALL_IN_PROGRESS: {
    title: 'أنت في مكالمة أخرى.',
    action: 'غادر تلك المكالمة أولًا ثم انضم إلى هذه.',
  },
  VIDEO_CODE_UNREACHABLE: { title: 'تعذر تحميل مكالمة الفيديو.', action: checkConnection },
  ROOM_CONNECTION_LOST: {
    title: 'انقطع الاتصال بالمكالمة.',
    action: 'تحقق من اتصالك بالإنترنت ثم انضم مرة أخرى.',
  },
  ROOM_FULL: {
    title: 'هذه المكالمة ممتلئة.',
    action: 'اطلب من أحد المشاركين المغادرة ثم حاول مرة أخرى.',
  },
  ROOM_NOT_OPEN: { title: 'هذه المكالمة غير مفتوحة.', action: waitAndRetry },
  ROOM_REFUSED: {
    title: 'لم تسمح لك خدمة الفيديو بالدخول.',
    action: 'أرسل التفاصيل أدناه إلى الدعم.',
  },
}
