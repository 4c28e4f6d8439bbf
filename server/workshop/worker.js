import { register } from 'tsx/esm/api'

// A thread of its own does not inherit what makes its parent read TypeScript, whichever way that one was started.
register()
await import('./bench.ts')
