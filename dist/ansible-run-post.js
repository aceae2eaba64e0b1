import { start } from './index.js'
await start('ansible-run', 'post')
