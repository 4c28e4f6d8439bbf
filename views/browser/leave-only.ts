import { watchLeave, watchReturn } from './leave.ts'

watchLeave()
watchReturn(location.pathname, () => false)
