import { start } from './index.js'
await start('bump-manifest', 'post')
