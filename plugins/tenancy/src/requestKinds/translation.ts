import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the forms and the payload views of tenancy's request kinds. */
export const requestKindsTranslationRef = createTranslationRef({
  id: 'plugin.tenancy.request-kinds',
  messages: {
    /** Between the items of an enumeration. */
    separator: ', ',
    form: { required: 'Required' },
    name: {
      label: 'Name',
      help: 'Lower case letters, digits and hyphens; it starts with a letter.',
      full: 'The namespace will be called',
    },
    namespace: {
      label: 'Namespace',
      choose: 'Choose a namespace',
      search: 'Search',
      none: 'There is no namespace that this can be asked for',
      noneHelp:
        'The tenant has none, or none of its namespaces is of the kind that this is about.',
    },
    place: { environment: 'Environment', cluster: 'Cluster' },
    pool: {
      label: 'Environment and cluster',
      help: 'The pools of the tenant, with what each has left.',
      choose: 'Choose a pool',
      name: '{{environment}} · {{cluster}}',
      left: 'Left: {{cpu}}, {{memory}}',
      none: 'This tenant has no quotas',
      noneHelp: 'Apply for a quota of the tenant first.',
      forecast: 'The pool {{pool}} after approval',
    },
    partition: {
      label: 'Partition',
      help: 'The nodes on which its pods run.',
      usual: 'The usual nodes',
      nodes_one: '{{count}} node',
      nodes_other: '{{count}} nodes',
    },
    size: {
      label: 'Size',
      small: 'S: {{amounts}}',
      medium: 'M: {{amounts}}',
      large: 'L: {{amounts}}',
      custom: 'Custom',
    },
    amount: {
      cores: 'Cores, such as 2 or 500m',
      bytes: 'With its unit, such as 4Gi',
      pieces: 'A whole number',
    },
    lease: {
      label: 'Last day of the lease',
      help: 'At most {{days}} days from today. It can be renewed before it ends.',
      lengths: 'Usual lengths',
      days_one: '{{count}} day',
      days_other: '{{count}} days',
      ends: 'It ends with {{day}}: {{length}} from today.',
      never: 'A namespace for production has no end.',
    },
    resize: {
      has: 'Has {{amount}}',
      used: 'pods ask for {{amount}}',
      peak: 'at most {{amount}} in two weeks',
    },
    renew: { from: 'The lease ends on {{day}} now.' },
    delete: {
      title: 'What is lost with {{name}}',
      objects:
        'Everything that runs in it in {{environment}} on {{cluster}}, and its configuration and secrets',
      data: 'The data of its volumes: up to {{storage}}',
      share: 'Its share of the pool goes back: {{cpu}} and {{memory}}',
      forGood: 'It cannot be brought back.',
      confirm: 'Type {{name}} to confirm',
    },
    quota: {
      new: 'The tenant has no quota here yet',
      has: 'Now {{amount}}',
      allocated: 'allocated {{amount}}',
      whole:
        'Write the whole new quota. It cannot be less than what its namespaces hold.',
    },
    change: { from: 'from', to: 'to', same: '(no change)' },
    problem: {
      missing: 'Say how much: {{what}}',
      shape: {
        cores:
          '‘{{text}}’ is not an amount of CPU: write cores, such as 2, 1.5 or 500m',
        bytes:
          '‘{{text}}’ is not an amount of bytes: write a number with its unit, such as 4Gi or 512Mi',
        pieces: '‘{{text}}’ is not a whole number',
      },
      range: '‘{{text}}’ is out of range: ask for {{least}} to {{most}}',
      sameSize: 'The namespace has this size already: change an amount',
      sameQuota: 'This is the quota already: change an amount',
      pool: 'Choose an environment and a cluster',
      namespace: 'Choose a namespace',
      confirmation: 'Type the name of the namespace as it is: {{name}}',
      name: {
        missing: 'Give the namespace a name',
        short: 'A name has at least {{limit}} characters',
        long: 'A name has at most {{limit}} characters',
        shape:
          'A name is made of lower case letters, digits and hyphens, starts with a letter and does not end with a hyphen',
      },
      lease: {
        missing: 'Choose the last day of the lease',
        past: 'That day is over already',
        long: 'A lease has at most {{days}} days from today',
        notLonger: 'Choose a day after the one on which it ends now',
      },
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
