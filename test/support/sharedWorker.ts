import { vi } from 'vitest'

// Files that run in one worker share its engine, its libraries and its page. They get our modules anew, and real time.
vi.resetModules()
vi.useRealTimers()
