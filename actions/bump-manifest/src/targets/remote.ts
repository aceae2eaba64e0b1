import type { Git } from '../../../../toolkit/git/git.ts'
import type { Api } from '../credentials.ts'
import type { BumpRequest } from '../request.ts'

/** What landing in a remote repository takes. */
export interface Remote {
  /** The repository, for messages. */
  readonly name: string
  readonly git: Git
  readonly branch: string
  readonly request: BumpRequest
  readonly message: string
  /** `Name <email>` */
  readonly author: string
  readonly now: () => Date
  /** Given where commits are made through the API, so that GitHub signs them. */
  readonly api?: Api
}
