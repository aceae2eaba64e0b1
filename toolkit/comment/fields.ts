import { secret, text } from '../action/fields.ts'

/** The input `comment-key` of actions that write sections of the shared comment. */
export const commentKey = text({
  description:
    'Which comment: steps and jobs with the same key share one, and each rewrites only its own part.',
  default: 'infrastructure',
})

/** The input `github-token` of actions that need it for the comment alone. */
export const commentToken = secret({
  description: 'Writes the comment (`pull-requests: write`).',
  default: '${{ github.token }}',
})
