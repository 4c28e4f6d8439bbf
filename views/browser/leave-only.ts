import { forget } from './keep.ts'
import { watchLeave, watchReturn } from './leave.ts'

watchLeave()
// On the thanks page nothing is needed any more, however the answers were sent.
if (document.getElementById('traces')) forget()
watchReturn(location.pathname, () => false)
