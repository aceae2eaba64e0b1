import { start } from './index.js'
await start('infracost', 'main')
