import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // `npm run dev` beside a backend on this machine; on the server Traefik routes /api.
  server: { proxy: { '/api': 'http://localhost:8000' } },
})
