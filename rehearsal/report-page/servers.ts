import type { Answer, ContainerFacts, HostRecap, ServerFacts } from '../story.ts'
import { type Html, html } from './html.ts'
import { mark } from './icons.ts'

/** The servers that run, with the addresses that Terraform gave them. */
export function serversView(servers: readonly ServerFacts[]): Html {
  return html`<article class="card"><table class="list"><thead><tr><th>Server</th><th>Address, as Terraform told it</th><th>System</th></tr></thead>
    <tbody>${servers.map(
      ({ name, address, groups, system }) => html`<tr>
      <td><b>${name}</b> ${groups.map(group => html`<span class="chip">${group}</span>`)}</td>
      <td><code>${address}</code></td><td>${system}</td></tr>`,
    )}</tbody></table></article>`
}

/** What a play did on each host, as Ansible's recap counts it. */
export function recapView(playbook: string, hosts: readonly HostRecap[]): Html {
  const columns = ['ok', 'changed', 'skipped', 'failed', 'unreachable'] as const
  const row = (host: HostRecap) => html`<tr>
    <td>${mark(host.failed + host.unreachable === 0 ? 'success' : 'failure')} <b>${host.name}</b></td>
    ${columns.map(column => html`<td class="count ${host[column] === 0 ? 'none' : column}">${host[column]}</td>`)}</tr>`
  return html`<article class="card"><table class="list recap"><thead><tr><th><code>${playbook}</code></th>
    ${columns.map(column => html`<th class="count">${column}</th>`)}</tr></thead>
    <tbody>${hosts.map(row)}</tbody></table></article>`
}

/** What runs on the servers, asked past Ansible. */
export function containersView(containers: readonly ContainerFacts[]): Html {
  return html`<article class="card"><table class="list"><thead><tr><th>Container</th><th>Image</th><th>Status</th></tr></thead>
    <tbody>${containers.map(
      ({
        server,
        service,
        image,
        status,
      }) => html`<tr><td><span class="quiet">${server}</span> <b>${service}</b></td>
      <td><code>${image}</code></td><td>${mark(/unhealthy|starting|Exited/.test(status) ? 'failure' : 'success')} ${status}</td></tr>`,
    )}</tbody></table></article>`
}

/** Questions over HTTP and their answers. */
export function answersView(answers: readonly Answer[]): Html {
  return html`<article class="card answers">${answers.map(
    ({ method, url, status, said }) => html`<div class="answer">
    <p><span class="method">${method}</span> <code>${url}</code> <span class="status of-${Math.floor(status / 100)}">${status}</span></p>
    <pre>${said}</pre></div>`,
  )}</article>`
}
