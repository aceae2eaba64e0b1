import { start } from './index.js'
await start('argocd-wait', 'post')
